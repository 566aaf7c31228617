"""What a web page puts around its text is told from what it says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents import boilerplate as around_text
from filinglint.documents.boilerplate import boilerplate, statements
from filinglint.documents.markup import Rendered
from filinglint.spans import Span

TEXT = "<h2>Our plan</h2><p>We have a plan that says how we would respond to a disruption of our business.</p>"
SHOWN = "Our plan We have a plan that says how we would respond to a disruption of our business."


def rendered(source: str) -> Rendered:
    """The rendered text of a page."""
    return Rendered(source, Span(0, len(source)), html=True)


def said(source: str) -> str:
    """What a page says, white space folded."""
    return " ".join(statements(rendered(source)).split())


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a href='/'>Home</a></nav>",
        "<header>Alder Securities</header>",
        "<footer>Copyright 2025. Call (207) 555-0110.</footer>",
        "<aside><p>Read our blog.</p></aside>",
        "<div role='navigation'>You are here</div>",
        "<div role='contentinfo'><div>Member FINRA</div></div>",
        "<div role='dialog'>Subscribe now.</div>",
        "<div hidden>[Firm Name]</div>",
        "<p style='color: red; display : none'>We guarantee.</p>",
        "<div style='visibility:hidden'>TBD</div>",
        "<template><p>We guarantee.</p></template>",
        "<dialog>Are you sure?</dialog>",
        "<button>Accept all</button>",
        "<select><option>Alabama</option><option>Alaska</option></select>",
        "<div id='cookie-banner'><p>We use cookies.</p></div>",
        "<div class='l-box gdpr consent'>We value your privacy.</div>",
        "<span class='sr-only'>Skip to content</span>",
        "<ol class='breadcrumb'><li>Home</li><li>Legal</li></ol>",
        "<ul><li><a href='/a'>Accounts</a></li><li><a href='/b'>Research</a></li><li><a href='/c'>About</a></li></ul>",
        "<p><a href='/a'>Accounts</a> | <a href='/b'>Research</a> | <a href='/c'>About us</a></p>",
        "<NAV>Home<DIV>About</DIV></NAV>",
    ],
)
def test_around(around: str) -> None:
    """Navigation, banners, hidden elements and menus are no statements, before the text and behind it."""
    assert said(f"<html><body>{around}{TEXT}</body></html>") == SHOWN
    assert said(f"<html><body>{TEXT}{around}</body></html>") == SHOWN


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<article><header>The head</header></article>", "The head"),  # of the article, not of the page
        ("<section><footer>Reviewed in May</footer></section>", "Reviewed in May"),
        ("<header><h1>Continuity Summary</h1><p>Alder</p></header>", "Continuity Summary"),  # the only title there is
        ("<ul><li><a href='tel:2075550110'>Call</a></li></ul>", "Call"),
        (
            "<ul><li><a href='/a'>(207) 555-0110</a></li><li><a href='/b'>www.alder.example</a></li>"
            "<li><a href='/c'>desk@alder.example</a></li></ul>",
            "(207) 555-0110 www.alder.example desk@alder.example",
        ),
        ("<p>Read <a href='/a'>this</a>, <a href='/b'>that</a>, <a href='/c'>those</a></p>", "Read this, that, those"),
        ("<p><a href='/a'>One</a> <a href='/b'>two</a></p>", "One two"),
        ("<div hidden='until-found'>More</div>", "More"),
        ("<details><summary>Why</summary><p>Because</p></details>", "Why Because"),
        ("<dialog open>Note</dialog>", "Note"),
        ("<nav>never closed", "never closed"),
        ("</nav></div><p>closed twice</p></nav>", "closed twice"),
    ],
)
def test_not_around(source: str, words: str) -> None:
    """The heads of articles, channels in links, and links within sentences are said by the author."""
    assert said(f"<html><body>{TEXT}{source}</body></html>") == f"{SHOWN} {words}"


def test_wrapper() -> None:
    """An element that holds most of the page is no banner, whatever it is called, and hidden until a script has run."""
    for opening in ("<div class='nav-open cookie-consent'>", "<div style='display:none'>"):
        assert said(f"<html><body>{opening}{TEXT}</div></body></html>") == SHOWN


def test_main() -> None:
    """Where a page marks its main part, the rest of it is around; unless most of the text is there."""
    assert said(f"<body><div>Accounts and research</div><main>{TEXT}</main><div>Legal</div></body>") == SHOWN
    assert said(f"<body><div role='main'>{TEXT}</div><div>Legal</div></body>") == SHOWN
    assert said(f"<body><main>Loading</main>{TEXT}</body>") == f"Loading {SHOWN}"
    title = "<header><h1>Continuity</h1></header>"
    assert said(f"<body>{title}<main>{TEXT}</main></body>") == f"Continuity {SHOWN}"


def test_text_has_none() -> None:
    """A plain text has no boilerplate."""
    text = Rendered("<nav>We have a plan", Span(0, 19), html=False)
    assert statements(text) == text.text


TAGS = st.sampled_from(
    "<nav> </nav> <div> </div> <div~hidden> <header> </header> <article> </article> <main> </main> <ul> <li> "
    "<a~href=x> </a> <h1> </h1> <p> word we~have <br> <aside> </aside> <div~role=main> <!-- -->".split()
)


@given(st.lists(TAGS, max_size=60), st.integers(0, 60))
def test_the_beginning_of_a_page_is_that_of_the_whole(pieces: list[str], most: int) -> None:
    """Whatever goes on behind it, menus and elements that began before."""
    source = " ".join(pieces).replace("~", " ")
    assert statements(rendered(source), most) == statements(rendered(source))[:most]


@given(st.lists(TAGS, max_size=60))
def test_any_page(pieces: list[str]) -> None:
    """Whatever a page holds, boilerplate is made of ranges apart, and every place stays where it is."""
    page = rendered(" ".join(pieces).replace("~", " "))
    ranges = boilerplate(page)
    assert all(0 <= start < end <= len(page.text) for start, end in ranges)
    assert all(before[1] < after[0] for before, after in pairwise(ranges))
    text = statements(page)
    assert len(text) == len(page.text)
    assert all(
        new == old or (new.isspace() and not old.isspace())
        for new, old in zip(text, page.text, strict=True)
        if new != old
    )
    assert [i for i, c in enumerate(text) if c == "\n"] == [i for i, c in enumerate(page.text) if c == "\n"]


def test_long_page() -> None:
    """A page of very many elements is read in a moment."""
    assert said("<div class='nav'><a href='/a'>Home</a>" * 20_000 + "</div>" * 20_000 + TEXT) == SHOWN
    assert said("<a href='/a'>Home</a>" * 20_000 + TEXT) == SHOWN


MARKED_TAG = st.lists(
    st.sampled_from(
        "<div <span <form <main <nav class= id= style= role= hidden hidden=false ' \" nav site-nav cookie banner "
        "MENU display:none DISPLAY :NONE visibility visibility:hidden width=1 x onetrust search navigation skip-link "
        "sr-only &#110;av h\u0131dden page-content / > = none &amp;".split()
    )
    | st.just(" "),
    max_size=12,
)


@given(MARKED_TAG, st.sampled_from(["div", "span", "header", "form", "footer", "p"]))
def test_a_plain_tag_makes_nothing_of_its_element(pieces: list[str], name: str) -> None:
    """A tag that is taken for plain at a glance is what a look at its attributes makes of it."""
    words = f"<{name} {''.join(pieces)}>"
    quick = around_text._sort(words, name)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(around_text, "_plain", lambda _: False)
        assert around_text._sort(words, name) == quick


@given(st.text(st.sampled_from("ab \n\t\xa0"), max_size=30), st.lists(st.integers(0, 30), max_size=5))
def test_signs_are_counted_up_to_each_offset(text: str, offsets: list[int]) -> None:
    """What is counted piece by piece is what is counted one by one."""
    known = [min(at, len(text)) for at in offsets]
    counted = around_text._signs_before(text, known)
    assert counted == {at: sum(not char.isspace() for char in text[:at]) for at in known}


@given(st.text(st.sampled_from("ab \n\t\xa0"), max_size=30), st.integers(0, 30), st.integers(0, 40), st.integers(1, 5))
def test_signs_are_counted_until_there_are_enough(text: str, offset: int, enough: int, counted: int) -> None:
    """All are, unless there are more than enough."""
    before = around_text._signs_before(text, [min(offset, len(text))])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(around_text, "_COUNTED", counted)
        found = around_text._signs(text, before, enough)
    every = sum(not char.isspace() for char in text)
    assert found == every or enough < found < every
