// Copy with footnotes, or save in a form of one's choice: made by Python with the answer, so that they say what the page says.
const FORMS = [
  ["md", "Markdown", "text/markdown"],
  ["html", "HTML", "text/html"],
  ["json", "JSON", "application/json"],
  ["csl.json", "Sources as CSL-JSON", "application/json"],
  ["bib", "Sources as BibTeX", "application/x-bibtex"],
];
const MENU = { width: 220, height: 300 }; // the room that it may need, in pixels, with what stands above it

function takeawayTools(turn) {
  const tools = make("div", { className: "tools", role: "group", "aria-label": "Take this answer away" });
  const menu = make("div", { className: "menu", popover: "auto", role: "group", "aria-label": "Save as" });
  menu.append(...FORMS.map(([form, words]) => button("quiet", words, { "data-take": form })));
  menu.firstElementChild.autofocus = true;
  const save = tool("save", "icon-down", "Save");
  save.popoverTargetElement = menu;
  menu.addEventListener("beforetoggle", () => placeMenu(menu, save));
  tools.append(tool("copy", "icon-copy", "Copy with footnotes", { "data-take": "copy" }), save, menu);
  tools.turn = turn;
  return tools;
}

function tool(className, icon, words, attributes = {}) {
  const node = button(`quiet ${className}`, "", attributes);
  node.innerHTML = `<svg class="icon" aria-hidden="true"><use href="#${icon}"></use></svg>`;
  node.append(make("span", { textContent: words }));
  return node;
}

// Above the button where there is room, so that the box to ask in does not hide it.
function placeMenu(menu, save) {
  const at = save.getBoundingClientRect();
  const isAbove = at.top > MENU.height;
  menu.style.left = `${Math.min(at.left, innerWidth - MENU.width)}px`;
  menu.style.top = isAbove ? "auto" : `${at.bottom + 4}px`;
  menu.style.bottom = isAbove ? `${innerHeight - at.top + 4}px` : "auto";
}

addEventListener("scroll", () => find(".menu:popover-open")?.hidePopover(), { passive: true });

async function takeAway(pressed) {
  const tools = pressed.closest(".tools");
  const { takeaway, file } = tools.turn.reply;
  const form = pressed.dataset.take;
  if (form === "copy") {
    const done = await copied(takeaway.text);
    return said(pressed, done ? "Copied" : "The browser did not allow copying");
  }
  const type = FORMS.find(([name]) => name === form)[2];
  const address = URL.createObjectURL(new Blob([takeaway[form]], { type: `${type};charset=utf-8` }));
  make("a", { href: address, download: `${file}.${form}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  find(".menu", tools).hidePopover();
  said(find(".save", tools), "Saved");
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
}

// Where the clipboard is closed to scripts (plain http under another name), a selected field can still be copied.
function copiedByHand(text) {
  const field = make("textarea", { value: text, className: "unseen" });
  reader.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

function said(tool, words) {
  const label = tool.lastChild;
  tool.words ??= label.textContent;
  label.textContent = words;
  announce(words);
  clearTimeout(tool.timer);
  tool.timer = setTimeout(() => (label.textContent = tool.words), 2000);
}
