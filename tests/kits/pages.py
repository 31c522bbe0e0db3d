"""Read a page as a browser would, as far as tests ask."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """What is in a page.

    Attributes:
        elements: Names and attributes, in order.
        texts: What is read, without what lies in styles.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._open.append(tag)

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if data.strip() and self._open[-1] != "style":
            self.texts.append(" ".join(data.split()))

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def policy(self) -> str:
        """What it allows a browser."""
        [policy] = [
            one["content"]
            for one in self.all("meta")
            if one.get("http-equiv") == "Content-Security-Policy"
        ]
        return policy
