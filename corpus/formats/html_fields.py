"""What a web page states about itself in its `<head>` and its JSON-LD.

trafilatura's own metadata is not used: it takes dates and site names from addresses and running text, and shortens
names ("Office for AI" becomes "Office").
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from corpus.content import tidy
from corpus.document import Metadata
from corpus.metadata import stated

_META_NAMES = {  # the first that is there counts
    "title": ("og:title", "citation_title", "dcterms.title", "dc.title", "headline", "twitter:title"),
    "author": ("author", "citation_author", "dcterms.creator", "dc.creator", "article:author", "parsely-author"),
    "publisher": (
        "og:site_name",
        "dcterms.publisher",
        "dc.publisher",
        "citation_publisher",
        "publisher",
        "application-name",
    ),
    "date": (
        *("article:published_time", "og:published_time", "datepublished", "citation_publication_date", "citation_date"),
        *(
            "dcterms.issued",
            "dc.date.issued",
            "dcterms.created",
            "dcterms.date",
            "dc.date",
            "parsely-pub-date",
            "pubdate",
        ),
        *("publish-date", "publication_date", "date"),
    ),
    "language": ("og:locale", "dcterms.language", "dc.language"),
    "url": ("og:url",),
    "licence": ("dcterms.license", "dc.rights", "dcterms.rights", "license"),
}
_DATE_FORMATS = ("%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y")
_CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)")
_SEPARATORS = ("|", "–", "—", "-", "·", "»", ":")


def stated_by(tree: Any) -> Metadata:
    """The fields of a page's tree. The kind is never among them, and nothing is taken from the running text."""
    meta = _meta(tree)
    values = {field: next((meta[name] for name in names if name in meta), None) for field, names in _META_NAMES.items()}
    for field, value in _json_ld(tree).items():
        values[field] = values[field] or value
    values["url"] = _attribute(tree, ".//link[@rel='canonical']", "href") or values["url"]
    values["language"] = tree.get("lang") or _attribute(tree, ".//html[@lang]", "lang") or values["language"]
    values["licence"] = _licence(values["licence"] or _attribute(tree, ".//link[@rel='license']", "href"))
    values["title"] = values["title"] or _title(tree, values["publisher"])
    values["date"] = _date(values["date"] or _attribute(tree, ".//*[@itemprop='datePublished']", "datetime", "content"))
    return stated(**values)


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = tidy(element.get("content") or "")
        if value and not (name == "article:author" and value.startswith("http")):  # a profile page is no name
            found.setdefault(name.lower().strip(), []).append(value)
    return {
        name: ", ".join(dict.fromkeys(values)) if "author" in name or "creator" in name else values[0]
        for name, values in found.items()
    }


def _json_ld(tree: Any) -> dict[str, str]:
    """Title, author, publisher and date of the first object that says when or under which headline it was published."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            if item.get("headline") or item.get("datePublished"):
                names = {"title": "headline", "author": "author", "publisher": "publisher", "date": "datePublished"}
                return {field: value for field, key in names.items() if (value := _name(item.get(key)))}
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            yield item
            waiting.extend(item[key] for key in ("@graph", "mainEntity") if key in item)


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:20])))
    if isinstance(value, dict):
        return _name(value.get("name"))
    return tidy(value) if isinstance(value, str) else ""


def _attribute(tree: Any, path: str, *names: str) -> str | None:
    element = tree.find(path)
    return None if element is None else next((tidy(element.get(name)) for name in names if element.get(name)), None)


def _licence(value: str | None) -> str | None:
    match = _CREATIVE_COMMONS.match(value or "")
    return f"CC {match[1].upper()} {match[2]}" if match else value


def _title(tree: Any, publisher: str | None) -> str | None:
    """The page's `<title>` without the name of the site after it."""
    element = tree.find(".//head/title")
    title = tidy(element.text_content()) if element is not None else ""
    if publisher and title.endswith(publisher):
        bare = title.removesuffix(publisher).rstrip()
        if bare.endswith(_SEPARATORS):
            title = bare[:-1].rstrip()
    return title or None


def _date(value: str | None) -> str | None:
    """An ISO date from the ways in which pages write one."""
    if not value:
        return None
    for parse in _DATE_PARSERS:
        try:
            return parse(value).date().isoformat()
        except ValueError:
            continue
    return None


def _by_format(pattern: str) -> Callable[[str], datetime]:
    return lambda value: datetime.strptime(value, pattern)


_DATE_PARSERS = (datetime.fromisoformat, parsedate_to_datetime, *map(_by_format, _DATE_FORMATS))
