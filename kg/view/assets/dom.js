// Elements, made without ever reading a string as HTML: text goes in as text nodes only.

const SVG_NS = "http://www.w3.org/2000/svg";

/** An element with attributes and children. `on` holds event listeners; null, undefined and false are left out. */
function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG_NS, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...present(children));
  return element;
}

/** Children without the ones that were left out. */
function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

function replace(element, ...children) {
  element.replaceChildren(...present(children));
}

/** A link when the address is http or https, else the bare text. */
function safeLink(address, text, hint) {
  let scheme = "";
  try {
    scheme = new URL(address).protocol;
  } catch {
    scheme = "";
  }
  if (scheme !== "https:" && scheme !== "http:") return h("span", {}, text);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text, h("span", { class: "hidden" }, ` (${hint})`));
}

/** A name from a document, kept from turning the direction of the text around it. */
function name(text) {
  return h("bdi", { class: "name" }, text);
}

function button(label, attributes, listener) {
  return h("button", { type: "button", ...attributes, on: { click: listener } }, label);
}
