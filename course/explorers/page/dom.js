// Making parts of a page.

const SVG = "http://www.w3.org/2000/svg";

export function element(name, attributes = {}, ...children) {
  return filledIn(document.createElement(name), attributes, children);
}

export function drawn(name, attributes = {}, ...children) {
  return filledIn(document.createElementNS(SVG, name), attributes, children);
}

function filledIn(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}
