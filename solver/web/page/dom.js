// Small helpers for the page's elements.

/** @param {string} id @returns {any} */
export const by = (id) => document.getElementById(id);

/**
 * An element with a class, text or children, and attributes.
 * @param {string} tag @param {string} [style] @param {(Node | string)[]} [children] @param {Record<string, string>} [attributes]
 */
export function made(tag, style = "", children = [], attributes = {}) {
  const element = document.createElement(tag);
  if (style) element.className = style;
  element.append(...children);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** @param {string} text @param {() => void} pressed @param {string} [style] */
export function button(text, pressed, style = "") {
  const element = made("button", style, [text], { type: "button" });
  element.addEventListener("click", pressed);
  return element;
}

/** @param {string} id @param {boolean} isShown */
export function show(id, isShown) { by(id).hidden = !isShown; }
