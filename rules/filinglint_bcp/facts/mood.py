"""Whether words are said as a statement: not denied, not a condition, not a recital of what rules ask of firms."""

from __future__ import annotations

from filinglint.patterns import pattern

_NEGATION = pattern(
    r"(?:\b(?:not(?! only)|no|never|cannot|unable|nor|neither|none|nobody|nothing|hardly|impossible"
    r"|rather than|instead of|fails? to|failed to|refuses? to)|n't)\b(?:[^\w,;:.!?]{1,4}\w{1,30}){0,5}[^\w,;:.!?]{0,4}$"
    r"|\bwithout(?:[^\w,;:.!?]{1,4}\w{1,30}){0,2}[^\w,;:.!?]{1,4}$"
)
# What is said not to be done: "back-up copies of our files are not made", "data is not backed up".
_UNDONE = pattern(
    r"\b(?:(?:is|are|was|were|has|have|had|will be|can be|being) (?:not|never|no longer|nowhere)"
    r"|(?:isn|aren|wasn|weren|hasn|haven|hadn)['’]t|(?:do|does|did) not (?:get|become))"
    r"(?: yet| now| ever| regularly| routinely)?(?: been| being)? "
    r"(?:made|kept|taken|held|maintained|provided|set|arranged|offered|performed|carried|planned|copied|stored|moved"
    r"|relocated|tested|reviewed|rehearsed|exercised|available|foreseen|intended|established|done|given|sent|mailed"
    r"|posted|published|backed|replicated|mirrored|duplicated|saved|housed|equipped|permitted|allowed|part|included"
    r"|contemplated|possible)\b"
    r"|\b(?:cannot|can't|can not|could not) (?:work|operate|move|relocate|log|carry on|be (?:moved|done|reached))\b"
)
_CLAUSE_END = pattern(r"[;:!?]|,? (?:but|yet|although|though|while|whereas|because|so that|and (?:we|it|they|our))\b")
_CONDITION = pattern(
    r"(?:^|[,;:(—-][ \"]{0,3}|\b(?:and|or|but|that|then|even|only|except|made|funds|securities|access) )"
    r"(?:if(?! (?:so|any|not|need|necessary|needed|possible|applicable)\b)"
    r"|should(?= (?:we|the|our|it|a|an|any|you|such|this|\w+ (?:decide|determine|conclude|be)))|unless"
    r"|until|whether"
    r"|as soon as|in (?:the |any )?(?:unlikely |rare )?(?:event|case) (?:that|we|our|the firm|\w+ (?:decides"
    r"|determines)))\b"
)
_SUPPOSED = pattern(r"\b(?:if|should|when|whenever|unless|until|while|because|in (?:the )?(?:event|case))\b")
# What need not be done stands in the way of nothing.
_NEEDLESS = pattern(r"\b(?:need not|needn['’]t|not (?:need|have to|wait|depend|rely|only|just|merely)|no need)\b")
# A condition that runs on without a comma ends where a subject with its modal verb begins.
_MAIN_CLAUSE = pattern(
    r"\b(?:is|are|was|were|be|been|has|have|occurs?|happens?|arises?|fails?|fail|cannot|becomes?|strikes?"
    r"|affects?|hits?"
    r"|stops?|prevents?)\b.{0,200}\b(?:(?:we|i|it|they|you)'ll\b"
    r"|(?:we|i|our \w+|it|they|you|staff|employees|clients|customers|the (?:firm|company|plan))"
    r" (?:will|would|intend|plan|expect|aim|can|could|may|might|shall|must|should|try|have|are)"
    r"|\w+ (?:will|shall|would|intends|expects))\b"
)
# What begins with its subject after a whole clause is the main clause, comma or no comma.
_SUBJECT = pattern(r"(?:we|i|they|our \w+|staff|employees|everyone|everybody)\b")
_WHOLE_CLAUSE = pattern(
    r"\b(?:is|are|was|were|be|been|has|have|had|goes|fails?|closes?|shuts?|occurs?|happens?|breaks?|strikes?"
    r"|becomes?|comes?|stops?|burns?|floods?)\b.{0,120}(?<! that)(?<! and)(?<! or)(?<! which)(?<! when)(?<! than)"
    r"(?<! as) $"
)
_MANY = (
    r"firms|members|member firms|broker-?dealers|brokers|dealers|advis[eo]rs|companies|banks|businesses"
    r"|organi[sz]ations"
    r"|(?<!our )(?<!these )(?<!the )plans"
    r"|institutions|insurers|registrants|licensees|entities|fcms|ibs|providers"
)
_ONE = (
    r"(?:a|an|each|every|any|all) (?:\w{1,20} ){0,2}?"
    r"(?:firm|member|broker-?dealer|broker|dealer|advis[eo]r|company|bank|business|entity|plan|summary)"
)
_RECITAL = pattern(
    r"\b(?:rules?|regulations?|regulators?|laws?|finra|nasd|nfa|sec|cftc|nyse|notice|industry|commission"
    r"|standards?)\b.{0,80}?"
    r"\b(?:requires?|obliges?|asks?|makes?|demands?|mandates?|directs?|calls? on|compels?|obligates?|expects?)"
    rf"(?: that)? (?:\w{{1,20}} ){{0,2}}?(?:{_MANY}|{_ONE}|each|every|all|any|us|member firms?|how|whether|what)\b"
    rf"|\b(?:{_MANY}|{_ONE})\b(?: \w{{1,20}}){{0,5}}?"
    r" (?:must|shall|should|are required to|is required to|have to|has to|need to|ought to)\b"
    # Customers are told so, not firms: "members should expect that …".
    r"(?! (?:expect|note|be aware|understand|know|bear|remember|allow|call|contact|ask|consult)\b)"
    r"|\b(?:is|are) required (?:by|under) (?:\w{1,20} ){0,4}?(?:rules?|regulations?|finra|law)\b.{0,40}\bto\b"
)
# What denies something stands so many characters after it at most.
_AFTER = 80
_OWN = pattern(r"\b(?:we|our)\b")


def denied(text: str, at: int) -> bool:
    """Tell whether the words of folded *text* that begin at *at* are negated."""
    return _NEGATION.search(text[max(0, at - 90) : at]) is not None


def affirmed(text: str, at: int, end: int) -> bool:
    """Tell whether the words of folded *text* from *at* to *end* are said of something that is so, or would be.

    A denial in a condition does not reach them: "if we cannot open your money is there".
    """
    start = max(0, at - 90)
    m = _NEGATION.search(text[start:at])
    if m is not None and _NEEDLESS.search(text, start, at) is None:
        before = text[max(0, at - 150) : start + m.start() + 1]
        clause = before[max(map(before.rfind, ".;:!?")) + 1 :]
        if _SUPPOSED.search(clause) is None:
            return False
    return not undone(text, at, end)


def undone(text: str, at: int, end: int) -> bool:
    """Tell whether the words of folded *text* from *at* to *end* are of what is said not to be done."""
    cut = _CLAUSE_END.search(text, end)
    return _UNDONE.search(text, at, min(end + _AFTER, len(text) if cut is None else cut.start())) is not None


def conditional(text: str, at: int) -> bool:
    """Tell whether the words of folded *text* that begin at *at* stand in a condition."""
    before = text[max(0, at - 300) : at]
    conditions = list(_CONDITION.finditer(before))
    if not conditions:
        return False
    between = before[conditions[-1].end() :]
    if any(mark in between for mark in ",;:—") or _MAIN_CLAUSE.search(between):
        return False
    return not (_SUBJECT.match(text, at) and _WHOLE_CLAUSE.search(between))


def recited(text: str, at: int) -> bool:
    """Tell whether the words of folded *text* that begin at *at* recite what a rule asks of firms."""
    m = _RECITAL.search(text, 0, min(len(text), 2000))
    return m is not None and m.end() <= at and _OWN.search(text, m.end(), at) is None


def states(text: str, at: int, end: int | None = None) -> bool:
    """Tell whether the words of folded *text* from *at* to *end* are stated, not denied, conditional or recited."""
    if end is not None and undone(text, at, end):
        return False
    return not (denied(text, at) or conditional(text, at) or recited(text, at))
