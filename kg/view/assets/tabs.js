// The tabs above the stage: one view each of the same relationships, after the tabs pattern of the ARIA practices guide.

/** What each view paints when it is shown and the state has changed. */
const PAINTERS = { network: (part) => paintPicture(part), map: () => paintMap(), timeline: () => paintTimeline(), table: (part) => (part === "selection" ? markRow() : paintTable()) };

function paintTabs() {
  const bar = document.getElementById("stage-bar");
  const views = VIEWS.filter((view) => view in PAINTERS);
  const tablist = h("div", { class: "tabs", role: "tablist", "aria-label": t("view"), on: { keydown: (event) => tabKey(event, views) } }, views.map(tab));
  const n = visibleRelationships().length;
  const shown = h("span", { class: "quiet", id: "shown-count", role: "status" }, t("shown", { n, all: model.relationships.size }));
  const opened = document.getElementById("export")?.open;
  if (bar.firstChild) {
    bar.firstChild.replaceWith(tablist);
    replaceText(bar.querySelector("#shown-count"), shown.textContent);
    bar.lastChild.replaceWith(exportMenu());
  } else replace(bar, tablist, shown, exportMenu());
  document.getElementById("export").open = Boolean(opened);
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

/** Redraw the view that is shown, and the time below it. */
function paintView(part) {
  PAINTERS[state.view](part);
  paintTimebar(part);
}
