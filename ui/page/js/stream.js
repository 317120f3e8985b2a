// An answer on its way. What is written but not checked stands apart in grey; each sentence settles into its verdict.
// The words come from a language model: they go into the page as text.
function beginDraft(turn) {
  const searched = count(entries.filter(inScope).length, "document");
  turn.body.replaceChildren(make("p", { className: "searching", textContent: `Searching ${searched}` }));
  turn.sources = [];
  turn.draft = null;
}

function takePiece(turn, piece) {
  if (piece.over) return beginDraft(turn);
  if (!turn.draft && !piece.pending && !piece.settled) return; // a model that thinks first has written nothing yet
  turn.draft ??= layDraft(turn);
  if (piece.sources) turn.sources.push(...piece.sources);
  if (piece.settled) settle(turn, piece);
  const { unchecked, words } = turn.draft;
  words.textContent = piece.pending;
  unchecked.hidden = !piece.pending;
}

function layDraft(turn) {
  const settled = make("div", { className: "sentences" });
  const words = make("span", { className: "words", dir: "auto" });
  const word = make("span", { className: "mark is-unchecked" });
  word.innerHTML = '<svg class="icon" aria-hidden="true"><use href="#icon-unchecked"></use></svg>not checked yet';
  const unchecked = make("p", { className: "unchecked" }, words, " ", word);
  turn.body.replaceChildren(settled, unchecked);
  return { settled, unchecked, words };
}

function settle(turn, { settled, said, sources }) {
  const isFirst = turn.sources.length && turn.sources.length === sources?.length;
  turn.draft.settled.insertAdjacentHTML("beforeend", settled);
  announce(said);
  if (isFirst && wide.matches) showSource(turn, 1);
}

// Follows a turn to its end; gives the reply that ends it, or nothing where the program is gone.
async function follow(turn) {
  const begun = await server.ask({ question: turn.question, filters: filters() });
  turn.key = begun?.turn;
  if (!turn.key) return begun;
  if (turn.stopped) server.stop({ turn: turn.key });
  for (let since = 0; turns.includes(turn); ) {
    const more = { turn: turn.key, since };
    const heard = (await server.follow(more)) ?? (await afterAWhile(() => server.follow(more)));
    if (!heard?.told) return heard;
    const end = heard.told.find((piece) => piece.finished);
    if (end) return end.finished;
    for (const piece of heard.told) takePiece(turn, piece);
    since = heard.next;
  }
}

// One call that fails is not the end: the machine may have slept.
const afterAWhile = (call) => new Promise((done) => setTimeout(() => done(call()), 1000));
