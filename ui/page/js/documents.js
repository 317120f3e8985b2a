// The documents of the collection: loaded on a visit and listed in the pane before anything is asked.
const LISTED_AT_ONCE = 300;
const scopeDialog = find("dialog.scope");

async function loadCollection() {
  const reply = await server.collection({});
  if (!reply?.entries) {
    if (!shown.turn) fillPane(reply ? inTrouble(reply) : unreachable(), "In this collection");
    return;
  }
  entries = reply.entries;
  find(".vacant").hidden = entries.length > 0;
  find(".composer").hidden = entries.length === 0;
  find(".welcome").hidden = entries.length === 0 || turns.length > 0;
  showExamples(reply.examples);
  showKinds();
  showTable();
  showScope();
  if (!shown.turn && !shown.whole) showShelf();
}

function showExamples(questions) {
  const items = questions.map((question) => make("li", {}, button("", question, { "data-ask": question })));
  find(".examples").hidden = items.length === 0;
  find(".examples ul").replaceChildren(...items);
}

function details(entry) {
  const date = entry.shown_date?.replaceAll(" ", "\u00a0") ?? "unknown date";
  return [entry.kind ?? "unknown kind", entry.publisher, date].filter(Boolean).join("\u00a0· ");
}

function showShelf() {
  shown = { turn: null, number: 0, whole: false };
  fillPane("", "In this collection");
  const items = entries.slice(0, LISTED_AT_ONCE).map(shelfItem);
  const rest = entries.length - items.length;
  const note = rest > 0 ? `and ${count(rest, "more document")}` : items.length ? "" : "Nothing is indexed.";
  if (items.length) paneBody.append(make("ul", { className: "shelf-list" }, ...items));
  if (note) paneBody.append(make("p", { className: "where", textContent: note }));
  find(".source-foot").hidden = true;
  find(".steps").hidden = true;
  markCurrent();
}

function shelfItem(entry) {
  const open = button("", "", { "data-read": entry.id });
  const title = make("span", { className: "title", dir: "auto", textContent: entry.label });
  open.append(title, make("span", { className: "details", textContent: details(entry) }));
  return make("li", {}, open);
}

// `place` holds the version and the stretch where a quote stands, if one is to be marked.
async function readDocument({ read: id, ...place }, opener) {
  if (scopeDialog.open) scopeDialog.close();
  await openDocument({ id, ...place });
  openSheet(opener.isConnected && opener.checkVisibility() ? opener : find(".scope-button"));
}
