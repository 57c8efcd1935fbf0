// The tabs above the stage: one view each of the same relationships, after the tabs pattern of the ARIA practices guide.

/** What each view paints when it is shown and the state has changed. */
const PAINTERS = { network: (part) => paintPicture(part), map: () => paintMap(), timeline: () => paintTimeline(), table: (part) => (part === "selection" ? markRow() : paintTable()) };

function paintTabs() {
  const views = VIEWS.filter((view) => view in PAINTERS);
  const tablist = h("div", { class: "tabs", role: "tablist", "aria-label": t("view"), on: { keydown: (event) => tabKey(event, views) } }, views.map(tab));
  const opened = document.getElementById("export")?.open;
  const focused = document.activeElement?.closest("#stage-bar") ? document.activeElement.id : null;
  replace(document.getElementById("stage-bar"), tablist, h("div", { class: "stage-tools" }, stageButtons(), exportMenu()));
  document.getElementById("export").open = Boolean(opened);
  if (focused) document.getElementById(focused)?.focus();
  for (const view of views) showTabPanel(view);
}

/** A live region that is kept in place, so that a screen reader hears only what changes. */
function replaceText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function tab(view) {
  const chosen = state.view === view;
  const attributes = { role: "tab", id: `view-${view}`, "aria-selected": String(chosen), "aria-controls": `${view}-view`, tabindex: chosen ? 0 : -1 };
  return button(t(`view.${view}`), attributes, () => change("view", { view }));
}

function showTabPanel(view) {
  const panel = document.getElementById(`${view}-view`);
  panel.hidden = state.view !== view;
  panel.setAttribute("role", "tabpanel");
  panel.setAttribute("aria-labelledby", `view-${view}`);
}

/** Arrow keys, Home and End move along the tabs and open what they reach. */
function tabKey(event, views) {
  const at = views.indexOf(state.view);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: views.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  change("view", { view: views[(to + views.length) % views.length] });
  document.getElementById(`view-${state.view}`).focus();
}

/** Redraw the time, which takes its room first, then the view that is shown. */
function paintView(part) {
  paintTimebar(part);
  PAINTERS[state.view](part);
}
