// Small helpers. Text from documents goes into the page as text (`textContent`) or as HTML that Python has escaped.
const root = document.documentElement;
const reader = element.querySelector(".reader");
const find = (selector, within = reader) => within.querySelector(selector);
const findAll = (selector, within = reader) => [...within.querySelectorAll(selector)];
const wide = matchMedia("(min-width: 1000px)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

const button = (className, words, attributes = {}) =>
  make("button", { type: "button", className, textContent: words, ...attributes });

const count = (number, one) => `${number.toLocaleString("en")} ${number === 1 ? one : `${one}s`}`;
const listed = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);

function showDate(date) {
  const [year, month, day] = date.split("-").map(Number);
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return `${day} ${months[month - 1]} ${year}`;
}

// The browser may refuse storage (private windows): then nothing is remembered, and nothing else changes.
function remember(store, key, value) {
  try {
    if (value === null) store.removeItem(key);
    else store.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

function remembered(store, key) {
  try {
    return store.getItem(key);
  } catch {
    return null;
  }
}

function announce(text) {
  find(".announcer").textContent = text;
}
