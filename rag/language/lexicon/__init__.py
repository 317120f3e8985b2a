"""Word tables: how English marks speech, certainty, status and quantity. Tables and lookups only, no judgement."""
