// The conversation: one turn for each question. It outlives a reload of the page, not the program that answers.
const turns = [];
const turnList = find(".turns");
const KEPT = `turns ${window.gradio_config?.app_id ?? ""}`;

function addTurn(question, askedOf = "") {
  const title = make("h2", { className: "question", dir: "auto", textContent: question });
  title.id = `question-${turns.length + 1}`;
  const body = make("div", { className: "answer" });
  const note = askedOf ? make("p", { className: "asked-of", textContent: `Asked of ${askedOf}` }) : null;
  const article = make("article", { className: "turn", "aria-labelledby": title.id }, title, note, body);
  const turn = { question, askedOf, article, body, reply: null, sources: [] };
  turns.push(turn);
  turnList.append(article);
  find(".welcome").hidden = true;
  find('[data-do="new"]').hidden = false;
  return turn;
}

function fillTurn(turn, reply) {
  turn.reply = reply;
  turn.sources = reply.sources ?? [];
  turn.body.innerHTML = inTrouble(reply);
  if (reply.takeaway) turn.body.append(takeawayTools(turn));
  else find(".trouble, .stopped", turn.body)?.append(againButton(turn));
}

const againButton = (turn) => button("button", "Ask again", { "data-ask": turn.question });
const GONE = "The program that answers did not reply.";

function unreachable() {
  const lines = [
    ["happened", GONE],
    ["safe", "This conversation stays on the page, and your question is still in the box."],
    ["remedy", "Look whether it still runs in its window; start it again with “rag ui”, then ask again."],
  ];
  return `<div class="trouble">${lines.map(([name, line]) => `<p class="${name}">${line}</p>`).join("")}</div>`;
}

function keepTurns() {
  const answered = turns.filter((turn) => turn.reply?.sources);
  const kept = answered.map(({ question, askedOf, reply }) => ({ question, askedOf, reply }));
  while (!remember(sessionStorage, KEPT, JSON.stringify(kept)) && kept.length) kept.shift();
}

function restoreTurns() {
  const kept = JSON.parse(remembered(sessionStorage, KEPT) ?? "[]");
  for (const { question, askedOf, reply } of kept) fillTurn(addTurn(question, askedOf), reply);
  const last = turns.at(-1);
  if (last?.sources.length && wide.matches) showSource(last, 1);
}

function newConversation() {
  stopAsking();
  showAsking(null);
  turns.length = 0;
  turnList.replaceChildren();
  keepTurns();
  find('[data-do="new"]').hidden = true;
  find(".welcome").hidden = false;
  closeSheet();
  showShelf();
  scrollTo({ top: 0 });
  questionField.focus();
  announce("New conversation.");
}
