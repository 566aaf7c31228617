"""The pack as pytest sees it."""

from filinglint import read
from filinglint.testing import assert_cases


def test_every_case_holds() -> None:
    """Each rule fires where it should, says nothing where it should not, and does so however a text is set."""
    assert_cases("acme_pack", plugins=["acme-pack"])


def test_a_form_crs_may_be_named(tmp_path) -> None:
    """The kind of this pack can be asked for from Python."""
    path = tmp_path / "crs.txt"
    path.write_text("Customer Relationship Summary\n\nMarch 3, 2025\n", "utf-8")
    filing = read(path, plugins=("acme-pack",))
    assert filing.kind == "form-crs"
    assert filing.fact("crs").date.value == "March 3, 2025"
