"""Small plots as SVG text. Colours come from the page, so that they follow light and dark; all text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

WIDTH, HEIGHT = 420, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 18, 14, 46

Point = tuple[float, float]


@dataclass
class Plot:
    """Axes from nought to a maximum, and what is drawn on them, in the order of the calls.

    Attributes:
        title, description: for readers who do not see the plot.
        across, up: the names of the axes. across_max, up_max: where they end.
        decimals: of the numbers at the horizontal axis. ticks: whether it has numbers.
    """

    title: str
    description: str
    across: str
    up: str
    across_max: float = 1.0
    up_max: float = 1.0
    decimals: int = 1
    ticks: bool = True
    _drawn: list[str] = field(default_factory=list)

    def line(self, points: Iterable[Point], style: str) -> None:
        """A line through points in data units."""
        path = " ".join(f"{self._x(x):.1f},{self._y(y):.1f}" for x, y in points)
        self._drawn.append(f'<polyline class="{style}" points="{path}"/>')

    def dot(self, x: float, y: float, radius: float, style: str, label: str) -> None:
        """A point; its label is read out and shown when pointed at."""
        place = f'cx="{self._x(x):.1f}" cy="{self._y(y):.1f}" r="{radius:.1f}"'
        self._drawn.append(f'<circle class="{style}" {place}><title>{escape(label)}</title></circle>')

    def bar(self, low: float, high: float, value: float, label: str) -> None:
        """A column from `low` to `high`."""
        left, right, top = self._x(low) + 0.5, self._x(high) - 0.5, self._y(value)
        size = f'width="{max(right - left, 0.5):.1f}" height="{self._y(0) - top:.1f}"'
        self._drawn.append(
            f'<rect class="bar" x="{left:.1f}" y="{top:.1f}" {size}><title>{escape(label)}</title></rect>'
        )

    def note(self, x: float, y: float, text: str, anchor: str = "start", style: str = "note") -> None:
        """Words beside a point in data units."""
        place = f'x="{self._x(x):.1f}" y="{self._y(y):.1f}" text-anchor="{anchor}"'
        self._drawn.append(f'<text class="{style}" {place}>{escape(text)}</text>')

    def under(self, x: float, text: str) -> None:
        """A name below the horizontal axis, in the place of a number."""
        place = f'x="{self._x(x):.1f}" y="{HEIGHT - _BOTTOM + 16}"'
        self._drawn.append(f'<text class="tick" {place} text-anchor="middle">{escape(text)}</text>')

    def upright(self, x: float, label: str) -> None:
        """A dashed line at `x`, named at its top."""
        self.line([(x, 0), (x, self.up_max)], "guide")
        right = x < 0.7 * self.across_max
        shift = self.across_max * (0.015 if right else -0.015)
        self.note(x + shift, 0.94 * self.up_max, label, "start" if right else "end")

    def markup(self) -> Markup:
        """The plot as an `svg` element."""
        head = f'<svg class="plot" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
        said = f"<title>{escape(self.title)}</title><desc>{escape(self.description)}</desc>"
        return Markup(head + said + self._axes() + "".join(self._drawn) + "</svg>")  # noqa: S704 - escaped above

    def _axes(self) -> str:
        ticks = [n / 5 for n in range(6)]
        rows = [self._row(self.up_max * tick) for tick in ticks]
        columns = [self._column(self.across_max * tick) for tick in ticks] if self.ticks else []
        middle_x, middle_y = (_LEFT + WIDTH - _RIGHT) / 2, (_TOP + HEIGHT - _BOTTOM) / 2
        across = f'<text class="axis" x="{middle_x}" y="{HEIGHT - 8}" text-anchor="middle">{escape(self.across)}</text>'
        turned = f'transform="translate(13 {middle_y}) rotate(-90)" text-anchor="middle"'
        return "".join([*rows, *columns, across, f'<text class="axis" {turned}>{escape(self.up)}</text>'])

    def _row(self, value: float) -> str:
        y = self._y(value)
        text = f"{value:.1f}" if self.up_max <= 1 else f"{value:.0f}"
        grid = f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        return f'{grid}<text class="tick" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{text}</text>'

    def _column(self, value: float) -> str:
        place = f'x="{self._x(value):.1f}" y="{HEIGHT - _BOTTOM + 16}"'
        return f'<text class="tick" {place} text-anchor="middle">{value:.{self.decimals}f}</text>'

    def _x(self, value: float) -> float:
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * value / self.across_max

    def _y(self, value: float) -> float:
        return HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * value / self.up_max


def span(value: float, low: float | None, high: float | None) -> Markup:
    """A figure between 0 and 1 and its interval as a small drawing beside its number."""
    parts = ['<line class="rail" x1="2" x2="98" y1="7" y2="7"/>']
    if low is not None and high is not None:
        parts.append(f'<line class="reach" x1="{_at(low)}" x2="{_at(high)}" y1="7" y2="7"/>')
    parts.append(f'<circle class="here" cx="{_at(value)}" cy="7" r="3.5"/>')
    return Markup(f'<svg class="span" viewBox="0 0 100 14" aria-hidden="true">{"".join(parts)}</svg>')  # noqa: S704


def _at(value: float) -> str:
    return f"{2 + 96 * min(max(value, 0), 1):.1f}"


def nice_maximum(values: Sequence[float]) -> float:
    """The smallest of 5, 10, 15, 20, 25, 30, 40, 50, 100, … that no value exceeds: a fifth of it is a plain number."""
    largest = max(values, default=0)
    steps = (step * 10**power for power in range(9) for step in (5, 10, 15, 20, 25, 30, 40))
    return float(next((step for step in steps if step >= largest), largest))
