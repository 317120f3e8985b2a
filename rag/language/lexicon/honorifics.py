"""Words before a name that say what somebody is: whoever leaves one out or puts one in names nobody else."""

from __future__ import annotations

from rag.language.lexicon.people import TITLES

HONORIFICS = TITLES | frozenset(
    "miss madam dame baron baroness count countess duke duchess earl viscount emir sheikh sultan emperor empress crown princess "
    "captain major colonel lieutenant sergeant corporal admiral commander marshal brigadier inspector superintendent constable detective "
    "officer sheriff reverend rev father sister brother bishop archbishop cardinal pope rabbi imam pastor deacon canon "
    "councillor cllr councilor alderman deputy mp mep msp senator congressman delegate lawmaker speaker whip "
    "attorney solicitor barrister magistrate registrar chairperson spokesman spokeswoman spokesperson rapporteur "
    "professor emeritus lecturer rector dean provost principal engineer architect economist founder cofounder co managing executive "
    "manager editor coach trainer treasurer curator researcher scientist analyst campaigner activist lawyer former acting interim ex associate assistant "
    "senior junior sr jr esq phd obe cbe kc qc".split()
)
"""Titles, ranks, callings and the words in front of them, in small letters."""
