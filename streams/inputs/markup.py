"""Text out of markup: tags stripped, entities decoded, scripts dropped, one line a block."""

import re
from html.parser import HTMLParser

TAG = re.compile(
    r"-->|</?(?:p|br|hr|div|span|a|b|i|s|u|em|strong|small|strike|center|ul|ol|li|dl|d[dt]|h[1-6]|img|picture|video|audio|source|script"
    r"|style|svg|noscript|template|table|tbody|t[rdh]|figure|figcaption|font|blockquote|pre|article|section|main|aside|header|footer|nav"
    r"|form|button|head|html|body|iframe)\b[^<>]*>",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,6});")
BLOCKS = frozenset(
    {"p", "br", "hr", "div", "li", "ul", "ol", "dl", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "figure", "figcaption"}
    | {"blockquote", "pre", "center", "article", "section", "main", "aside", "header", "footer", "nav", "form"}
)
SILENT = frozenset({"script", "style", "iframe", "noscript", "template", "head", "svg", "button"})
SPACES = re.compile(r"[ \t\u00a0]+")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in SILENT))
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)


def strip(text: str) -> str:
    """The text without markup; text that holds no known tag and no entity comes back as it is."""
    if not TAG.search(text) and not ENTITY.search(text):
        return text
    parser = _Text()
    parser.feed(text)
    parser.close()
    lines = (SPACES.sub(" ", line).strip() for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)
