import pytest

from kg.claims.bcubed import bcubed, swallowing

TRUTH = {
    **dict.fromkeys(("a1", "a2", "a3"), "A"),
    **dict.fromkeys(("b1", "b2"), "B"),
}
FOUND = {"a1": "1", "a2": "1", "b1": "1", "a3": "2", "b2": "3"}


def chains(*items: str) -> dict[str, str]:
    return {item: str(number) for number, chain in enumerate(items) for item in chain}


def test_figures_computed_by_hand() -> None:
    score = bcubed(TRUTH, FOUND)
    assert score.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5)
    assert score.items == 5
    assert score.f1 == pytest.approx(2 * (11 / 15) * (8 / 15) / (19 / 15))


@pytest.mark.parametrize(
    ("response", "precision"),
    [(chains("12345", "6789ABC"), 16 / 21), (chains("1234589ABC", "67"), 7 / 12)],
    ids=["a short chain swallowed", "a long chain swallowed"],
)
def test_the_worked_examples_of_bagga_and_baldwin(response: dict[str, str], precision: float) -> None:
    score = bcubed(chains("12345", "67", "89ABC"), response)
    assert (score.precision, score.recall) == (pytest.approx(precision), pytest.approx(1.0))


def test_items_that_are_left_out_still_count_as_neighbours() -> None:
    score = bcubed(TRUTH, FOUND, lambda item: item.startswith("b"))
    assert score.precision == pytest.approx((1 / 3 + 1) / 2)
    assert score.recall == pytest.approx(1 / 2)
    assert score.items == 2


def test_items_that_were_not_found_lower_no_figure() -> None:
    score = bcubed(TRUTH, {"a1": "1", "a2": "1"})
    assert (score.precision, score.recall, score.items) == (1.0, 1.0, 2)


def test_nothing_found_is_nothing_wrong() -> None:
    assert bcubed(TRUTH, {}) == bcubed({}, {})
    assert bcubed({}, {}).precision == 1.0


def test_a_found_item_without_truth_is_an_error() -> None:
    with pytest.raises(KeyError):
        bcubed({}, {"a1": "1"})


def test_clusters_that_swallow_two_parties_are_named_with_them() -> None:
    assert swallowing(TRUTH, FOUND) == {"1": frozenset("AB")}
    assert swallowing(TRUTH, TRUTH) == {}
