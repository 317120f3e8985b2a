// Copy with footnotes, save as Markdown or JSON: made by Python with the answer, so that they say what the page says.
function takeawayTools(turn) {
  const tools = make("div", { className: "tools", role: "group", "aria-label": "Take this answer away" });
  tools.append(
    tool("copy", "Copy with footnotes", "Copy with footnotes"),
    tool("md", "Save as Markdown", "Markdown"),
    tool("json", "Save as JSON", "JSON"),
  );
  tools.turn = turn;
  return tools;
}

function tool(action, label, words) {
  const icon = action === "copy" ? "icon-copy" : "icon-save";
  const node = button("quiet", "", { "data-take": action, "aria-label": label });
  node.innerHTML = `<svg class="icon" aria-hidden="true"><use href="#${icon}"></use></svg>`;
  node.append(make("span", { textContent: words }));
  return node;
}

async function takeAway(tool) {
  const { takeaway, file } = tool.parentElement.turn.reply;
  const kind = tool.dataset.take;
  if (kind === "copy") {
    const done = await copied(takeaway.text);
    return said(tool, done ? "Copied" : "The browser did not allow copying");
  }
  const type = kind === "md" ? "text/markdown" : "application/json";
  const address = URL.createObjectURL(new Blob([takeaway[kind]], { type: `${type};charset=utf-8` }));
  make("a", { href: address, download: `${file}.${kind}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  said(tool, "Saved");
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
