// Print: the network is printed as an SVG, which the print sheet turns black on white; a canvas would keep its colours.

window.addEventListener("beforeprint", () => {
  const drawn = state.view === "network" ? networkDrawing() : null;
  replace(document.getElementById("picture"), drawn);
  for (const block of document.querySelectorAll("#panel details.how")) block.open = false;
});

window.addEventListener("afterprint", () => replace(document.getElementById("picture")));
