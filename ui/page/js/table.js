// The documents as a table to choose from, with the kinds and dates above it.
function showKinds() {
  const numbers = new Map();
  for (const { kind } of entries) if (kind) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  const boxes = [...numbers].sort().map(([kind, number]) => {
    const box = make("input", { type: "checkbox", name: "kind", value: kind, checked: scope.kinds.has(kind) });
    return make("label", { className: "kind" }, box, kind, make("span", { className: "number", textContent: number }));
  });
  find(".kinds > div").replaceChildren(...boxes);
  find(".kinds").hidden = boxes.length === 0;
}

function showTable() {
  const wanted = find('.scope [name="find"]').value.trim().toLowerCase();
  const words = (entry) => Object.values(entry).join(" ").toLowerCase();
  const matching = entries.filter((entry) => words(entry).includes(wanted));
  const titles = ["Document", "Kind", "Publisher", "Date"];
  const heads = titles.map((title) => make("th", { scope: "col", textContent: title }));
  const rows = matching.slice(0, LISTED_AT_ONCE).map(row);
  const head = make("thead", {}, make("tr", {}, make("td"), ...heads));
  find(".scope-list").replaceChildren(make("table", {}, head, make("tbody", {}, ...rows)));
  const rest = matching.length - rows.length;
  const more = `${count(rest, "more document")}: type in the field above to find one.`;
  const note = rest > 0 ? more : rows.length ? "" : "No document matches.";
  if (note) find(".scope-list").append(make("p", { className: "more-documents", textContent: note }));
}

function row(entry) {
  const chosen = { type: "checkbox", name: "document_id", value: entry.id, checked: scope.ids.has(entry.id) };
  const box = make("input", { ...chosen, "aria-label": `Search ${entry.label}` });
  const label = make("th", { scope: "row" }, button("", entry.label, { "data-read": entry.id, dir: "auto" }));
  const cells = [cell("kind", entry.kind), cell("publisher", entry.publisher), cell("date", entry.shown_date)];
  const node = make("tr", {}, make("td", {}, box), label, ...cells);
  node.entry = entry;
  return node;
}

function cell(name, value) {
  const className = value ? `of-${name}` : `of-${name} unknown`;
  return make("td", { className, "data-name": name, textContent: value ?? "unknown" });
}

function openScope() {
  loadCollection();
  scopeDialog.showModal();
}

scopeDialog.addEventListener("input", (event) => {
  const { name, value, checked } = event.target;
  if (name === "find") showTable();
  if (name === "kind") checked ? scope.kinds.add(value) : scope.kinds.delete(value);
  if (name === "document_id") checked ? scope.ids.add(value) : scope.ids.delete(value);
  if (name === "date_from") scope.from = value;
  if (name === "date_to") scope.to = value;
  showScope();
});
scopeDialog.addEventListener("click", (event) => {
  if (event.target === scopeDialog) scopeDialog.close();
});
