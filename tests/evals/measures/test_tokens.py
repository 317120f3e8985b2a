from hypothesis import given
from hypothesis import strategies as st

from evals.measures.price import price
from evals.measures.ratio import Ratio, pooled
from evals.measures.tokens import completion_tokens, prompt_tokens
from evals.usage import Prices, Usage, estimated_tokens

USAGE = st.builds(Usage, st.integers(0, 10_000), st.integers(0, 1_000), st.booleans())


def test_by_hand():
    """1,200 tokens at 2.50 a million and 80 at 10 a million: .003 and .0008."""
    usage = Usage(1_200, 80)

    assert (prompt_tokens(usage), completion_tokens(usage)) == (Ratio(1_200), Ratio(80))
    assert price(usage, Prices(2.5, 10)) == Ratio(0.0038)


def test_the_figure_is_a_mean_over_questions_and_those_without_a_model_cost_nothing():
    assert pooled([prompt_tokens(usage) for usage in (Usage(300, 10), Usage())]) == 150
    assert price(Usage(), Prices(2.5, 10)) == Ratio(0)


def test_the_rule_of_estimates():
    assert [estimated_tokens("x" * length) for length in (0, 1, 4, 5)] == [0, 1, 1, 2]


@given(left=USAGE, right=USAGE)
def test_usage_adds_up_in_any_order_and_is_counted_only_if_all_of_it_is(left, right):
    both = left + right

    assert both == right + left and left + Usage() == left
    assert both.counted == (left.counted and right.counted)
    prices = Prices(1, 3)
    parts = price(left, prices).numerator + price(right, prices).numerator
    assert abs(price(both, prices).numerator - parts) < 1e-9
