-- The catalog: the truth about what is indexed. Vectors in Chroma that no row here names are leftovers and are ignored.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,           -- the indexed root it came from: syncing one root never touches another's documents
    path TEXT,                      -- the file, NULL for a document handed in
    stamp TEXT,                     -- size and modification time of the file when it was read
    source_sha256 TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    text TEXT NOT NULL,
    structure TEXT NOT NULL,        -- JSON: headings, pages, blocks
    file_metadata TEXT NOT NULL,    -- JSON: what the file itself says
    table_metadata TEXT NOT NULL,   -- JSON: what `documents.csv` says on top
    -- what holds: the file's values, the table's over them, the user's (`overrides`) over both
    title TEXT, kind TEXT, date TEXT, publisher TEXT, author TEXT, language TEXT, url TEXT, licence TEXT
) STRICT;

CREATE TABLE passages (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    sentences TEXT NOT NULL         -- JSON: where each stands, its page and headings, whether it states something
) STRICT;
CREATE INDEX passages_of_document ON passages (document_id);

CREATE VIRTUAL TABLE passages_fts USING fts5 (title, heading, text, tokenize = 'porter unicode61 remove_diacritics 2');

-- Passages whose vectors are being written or deleted. What is left here after a crash is settled by the next sync.
CREATE TABLE journal (passage_id TEXT PRIMARY KEY) STRICT;

-- Metadata that a user set, kept by document id so that it survives a change of the file.
CREATE TABLE overrides (document_id TEXT PRIMARY KEY, metadata TEXT NOT NULL) STRICT;
