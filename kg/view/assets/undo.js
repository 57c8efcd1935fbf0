// Undo and redo of filters and of what narrows the view: the address holds the whole state, so a list of addresses does.

const UNDO_LIMIT = 100;
/** Changes that can be undone; what is selected and how the page speaks are not among them. */
const UNDONE = new Set(["filters", "focus", "pins", "communities"]);
const undoing = { past: [], future: [], now: "" };

function startUndo() {
  undoing.now = addressOf();
  subscribe((part, passing) => {
    if (passing) return;
    if (UNDONE.has(part)) {
      undoing.past = [...undoing.past, undoing.now].slice(-UNDO_LIMIT);
      undoing.future = [];
    }
    undoing.now = addressOf();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]):not([type=range]), textarea, select");
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || typing) return;
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
  });
}

const undo = () => goTo(undoing.past, undoing.future);
const redo = () => goTo(undoing.future, undoing.past);

function goTo(from, to) {
  if (!from.length) return;
  to.push(undoing.now);
  const { lang, view } = state;
  loadAddress(from.pop());
  change("restored", { lang, view });
}
