// Print: the network is printed as an SVG, which the print sheet turns black on white; a canvas would keep its colours.

/** What the lines mean, without colours: the families that are shown, and the dashes and marks of their status. */
function printedKey() {
  const items = visibleRelationships();
  const [families, statuses] = [new Set(items.map(familyOf)), new Set(items.map((item) => item.shownStatus))];
  const shown = [...model.families.values()].filter((family) => families.has(family)).map(label).join(", ");
  const key = (status) => h("span", { class: "printed-key" }, statusIcon(status), " ", MARKS[status], t(`status.${status}`));
  return h("p", {}, `${shown} : `, STATUSES.filter((status) => statuses.has(status)).map(key));
}

window.addEventListener("beforeprint", () => {
  const drawn = state.view === "network" ? networkDrawing() : null;
  replace(document.getElementById("picture"), drawn, drawn ? printedKey() : null);
  for (const block of document.querySelectorAll("#panel details.how")) block.open = false;
});

window.addEventListener("afterprint", () => replace(document.getElementById("picture")));
