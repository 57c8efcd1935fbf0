// The start: wires state to what is drawn.

function paintHead() {
  const { about } = model;
  document.documentElement.lang = state.lang;
  document.title = `${t("title")} – conflict-kg`;
  const span = about.first ? `, ${about.first === about.last ? dateText(about.first) : t("span", { from: dateText(about.first), to: dateText(about.last) })}` : "";
  const skipped = about.skipped ? ` (${t("skipped", { n: about.skipped })})` : "";
  const counts = [["claims", DATA.claims.length], ["relationships", model.relationships.size]].map(([key, n]) => t(key, { n })).join(" · ");
  replace(document.getElementById("title"), t("title"));
  const facts = () => [h("span", { class: "counts" }, ` · ${counts}`), h("span", { class: "versions" }, t("versions", { package: about.package, ontology: about.ontology }))];
  replace(document.getElementById("corpus"), `${t("documents", { n: about.documents })}${skipped}${span}`, facts());
  replace(document.getElementById("foot"), facts());
  replace(document.getElementById("banner"), t("banner"), " ", h("span", { class: "more-said" }, t("banner.more")));
  replace(document.getElementById("skip"), t("skip"));
  for (const [id, key] of [["filters", "filters"], ["stage", "view"], ["panel", "panel"]]) document.getElementById(id).setAttribute("aria-label", t(key));
  const choice = (lang) => button(lang.toUpperCase(), { lang, id: `lang-${lang}`, "aria-pressed": state.lang === lang ? "true" : "false" }, () => change("language", { lang }));
  replace(document.getElementById("tools"), h("div", { class: "switch", role: "group", "aria-label": t("language") }, LANGUAGES.map(choice)));
}

/** Name and buttons of the drawing. */
function paintCanvas() {
  const holder = document.getElementById("network");
  holder.setAttribute("role", "img");
  holder.setAttribute("aria-label", t("network.name"));
  const zoom = (key, text, action) => button(text, { "aria-label": t(key), title: t(key) }, action);
  const empty = visibleRelationships().length ? null : h("p", { class: "empty" }, t("network.empty"));
  replace(document.getElementById("zoom"), empty, zoom("zoom.in", "+", () => zoomBy(1.3)), zoom("zoom.out", "−", () => zoomBy(1 / 1.3)), zoom("zoom.fit", "⤢", fitNetwork));
}

/** Redraw what a change touches. */
function repaint(part) {
  const restore = keepFocus(part);
  if (part === "language") {
    paintHead();
    paintSearch();
  }
  if (part !== "selection") {
    paintTabs();
    paintCanvas();
  }
  paintFocusBar();
  if (part !== "selection" && part !== "view") paintFilters();
  paintPanel();
  paintView(part);
  if (part === "selection") {
    revealSelection();
    announce();
  }
  restore();
}

/** Tell a screen reader what the panel now shows; the panel itself would be too long to read out. */
function announce() {
  replaceText(document.getElementById("said"), state.selected || state.list ? panelText() : "");
}

function panelText() {
  const { kind, id } = state.selected || {};
  return kind === "relation" ? sentence(model.relationships.get(id)) : document.querySelector("#panel h2").textContent;
}

/** On a narrow screen the panel stands below the drawing: bring it into view. */
function revealSelection() {
  showSelection();
  const narrow = !matchMedia("(min-width: 900px)").matches;
  if (narrow && (state.selected || state.list)) document.getElementById("panel").scrollIntoView({ block: "start" });
}

function start() {
  loadAddress();
  if (!visibleRelationships().length && !location.hash) {
    Object.assign(state, openFilters());
    forgetVisible();
  }
  paintHead();
  paintSearch();
  paintTabs();
  paintCanvas();
  paintFilters();
  startNetwork(document.getElementById("network"));
  paintFocusBar();
  paintPanel();
  paintView("language");
  startUndo();
  document.getElementById("panel").addEventListener("scroll", ({ target }) => (target.scrollTop ? (target.dataset.scrolled = "true") : delete target.dataset.scrolled));
  subscribe(repaint);
  document.addEventListener("kg-words", paintPanel);
  // A link into the page, or an address edited by hand, starts from the first view.
  window.addEventListener("hashchange", followAddress);
  document.getElementById("loading").remove();
  document.documentElement.dataset.ready = "true";
}

start();
