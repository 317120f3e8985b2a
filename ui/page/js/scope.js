// Which documents are searched. Nothing chosen means all of them; the words always say what holds.
const scope = { kinds: new Set(), ids: new Set(), from: "", to: "" };
let entries = [];

function inScope(entry) {
  if (scope.kinds.size && !scope.kinds.has(entry.kind)) return false;
  if (scope.ids.size && !scope.ids.has(entry.id)) return false;
  if (!scope.from && !scope.to) return true;
  return Boolean(entry.date) && entry.date >= scope.from && entry.date <= (scope.to || "9999");
}

const scoped = () => Boolean(scope.kinds.size || scope.ids.size || scope.from || scope.to);

function filters() {
  const chosen = {};
  if (scope.kinds.size) chosen.kind = [...scope.kinds];
  if (scope.ids.size) chosen.document_id = [...scope.ids];
  if (scope.from) chosen.date_from = scope.from;
  if (scope.to) chosen.date_to = scope.to;
  return chosen;
}

function scopeConditions() {
  const conditions = [];
  if (scope.kinds.size) conditions.push(listed([...scope.kinds]));
  if (scope.from) conditions.push(`from ${showDate(scope.from)}`);
  if (scope.to) conditions.push(`to ${showDate(scope.to)}`);
  if (scope.ids.size) conditions.push("chosen in the list");
  return conditions.join(", ");
}

function scopeLine() {
  if (!entries.length) return "No documents";
  if (!scoped()) return entries.length === 1 ? "1 document" : `All ${count(entries.length, "document")}`;
  const number = entries.filter(inScope).length;
  return `${number.toLocaleString("en")} of ${count(entries.length, "document")}: ${scopeConditions()}`;
}

function scopeStatement() {
  const number = entries.filter(inScope).length;
  if (!scoped()) return entries.length === 1 ? "The one document is searched." : `${scopeLine()} are searched.`;
  if (!number) return "No document is in this scope, so nothing can be found. Widen it, or search all documents.";
  const undated = scope.from || scope.to ? entries.filter((entry) => !entry.date).length : 0;
  const left = undated ? ` ${count(undated, "document")} of unknown date left out.` : "";
  return `${scopeLine()}.${left}`;
}

function showScope() {
  const line = scopeLine();
  find(".scope-line").textContent = line;
  find(".scope-short").textContent = scoped() ? `Searching ${line}` : "";
  const statement = find(".scope-statement");
  statement.textContent = scopeStatement();
  statement.classList.toggle("none", scoped() && !entries.some(inScope));
  for (const row of findAll(".scope-list tbody tr")) row.classList.toggle("outside", !inScope(row.entry));
}

function searchAll() {
  scope.kinds.clear();
  scope.ids.clear();
  scope.from = scope.to = "";
  for (const box of findAll(".scope :checked")) box.checked = false;
  for (const field of findAll('.scope input[type="date"]')) field.value = "";
  showScope();
}
