// Where the keyboard is. Parts of the page are drawn anew after each change; the focus then stays on the same control, or
// goes to the nearest thing that still makes sense, and back to where the reader came from when a panel is closed.

const AREAS = "#panel, #stage, #filters, #tools, #search";
const MARKS_OF_CONTROLS = ["relation", "party", "place", "spot", "mark", "claim"];

/** The control outside the panel from which the panel was opened. */
let openedFrom = null;

/** What is needed to find a control again; null for the page itself. */
function traceOf(element) {
  if (!element || element === document.body) return null;
  const marks = MARKS_OF_CONTROLS.filter((mark) => mark in element.dataset).map((mark) => [mark, element.dataset[mark]]);
  return { id: element.id, marks, area: element.closest(AREAS)?.id || "" };
}

function controlOf(trace) {
  if (!trace) return null;
  const byId = trace.id && document.getElementById(trace.id);
  if (byId) return byId;
  if (!trace.marks.length) return null;
  const fits = (element) => trace.marks.every(([mark, value]) => element.dataset[mark] === value);
  return [...document.querySelectorAll(`#${trace.area || "stage"} [data-${trace.marks[0][0]}]`)].find(fits) || null;
}

/** Remember the focus before a change; the function given back puts it where it belongs after. */
function keepFocus(part) {
  const trace = traceOf(document.activeElement);
  const open = Boolean(state.selected || state.list);
  if (part === "selection" && open && trace && trace.area !== "panel") openedFrom = trace;
  return () => {
    const now = document.activeElement;
    if (!trace || (now && now !== document.body)) return;
    const target = trace.area === "panel" && part === "selection" && !open ? controlOf(openedFrom) : controlOf(trace);
    (target || fallback(trace.area))?.focus({ preventScroll: !target });
  };
}

function fallback(area) {
  if (area === "filters") return document.getElementById("filters-summary");
  if (area === "stage") return document.getElementById(`view-${state.view}`);
  return document.getElementById(area || "panel");
}
