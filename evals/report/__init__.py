"""Result files as one page: no network, no scripts, figures first, then every question."""
