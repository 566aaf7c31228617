"""Disclosures in words of every day, each in a text that says nothing else, and what comes near them."""

from __future__ import annotations

import pytest

from worded import present, rows

SHOWN = {
    "rto_caveat": [
        "We aim to be back in four hours. It could well be longer.",
        "Our objective is one day, though no one can be sure of it.",
        "Recovery within two days is what we plan for; circumstances will decide.",
        "We expect to reopen within 4 hours. That is an expectation and nothing firmer.",
        "Recovery times are goals. Many things can get in the way.",
        "The recovery period given here is an estimate that events may falsify.",
        "We plan to resume within one business day, barring failures of power or telecommunications.",
        "Resumption in 3 hours presumes that the telephone network works.",
        "We target 24 hours. Please understand that this is not a commitment.",
        "Delays beyond these recovery times are possible.",
        "How long it takes us to resume will be governed by the severity of the event.",
        "We expect to recover in 6 hours under normal conditions, but severe events may prolong recovery.",
        "Actual recovery may not match the objective.",
        "Our four-hour recovery objective may have to be revised in light of events.",
    ],
    "continue_business_statement": [
        "We intend to stay in business.",
        "It is our plan to keep trading for you.",
        "The Bank will endeavor to maintain services.",
        "We would go on serving clients from another office.",
        "Business will be resumed at our recovery site.",
        "We anticipate remaining operational.",
        "The company expects no permanent halt of its business.",
        "We aim to reopen as soon as it is safe.",
        "Our first duty is to be able to carry on for our members.",
        "Normal work will be restored step by step.",
    ],
    "access_to_funds": [
        "Customers can get their money from the clearing firm directly.",
        "Your assets stay with the custodian, who will honor your instructions to sell or pay out.",
        "You will be able to withdraw cash even if our office is shut.",
        "We would transfer your account to another broker so that you keep access to your securities.",
        "Redemptions can be requested from the fund's transfer agent.",
        "If we should cease business, customers will be given prompt access to their holdings.",
        "The trustee will return your funds.",
        "Contact the annuity issuer to surrender your contract or take a withdrawal.",
        "Your broker of record at the clearing house will take sell orders and wire proceeds.",
        "We hold no client assets.",
    ],
    "contact_alternate": [
        "If you can't get us on the phone, text 207-555-0133.",
        "When our lines are jammed, go to www.fen.example.",
        "Should our switchboard fail, the Boston branch answers on 617-555-0144.",
        "In an emergency your account representative at Hartsell Clearing, our clearing firm, can help you.",
        "Failing that, e-mail desk@fen.example.",
        "Customers who find our number engaged may ring 207-555-0155.",
    ],
    "relocation": [
        "Our traders would work out of the Hartford office.",
        "The team can log on from anywhere.",
        "Should the building be lost we have contracted for desks at a recovery center.",
        "Operations can be shifted to Ohio.",
        "Employees carry laptops and can do their jobs from home.",
        "We would set up temporary quarters.",
        "An affiliate will lend us space.",
        "Workers would be sent to a backup facility.",
    ],
    "subject_to_change": [
        "We may amend this plan.",
        "This notice can be changed whenever we see fit.",
        "These arrangements are not fixed and will evolve.",
        "The firm retains the right to modify its plan.",
        "What is said here is true today and may not be tomorrow.",
        "The information on this page may become outdated.",
    ],
    "written_copy": [
        "We will mail you this statement if you ask.",
        "Hard copies can be had from any branch.",
        "Request a printed version from Compliance, PO Box 4, Fen.",
        "A paper copy is yours for the asking.",
        "You may obtain this disclosure in writing free of charge.",
    ],
    "general_caveat": [
        "No plan is perfect.",
        "There are disasters for which nobody can be ready.",
        "Our plan will not fit every emergency.",
        "Despite our efforts we might not be able to serve you.",
        "We can't anticipate everything.",
    ],
    "summary_only": [
        "This page does not set out the whole plan.",
        "Here are the main points of our plan.",
        "The following is an abridgement.",
        "Details have been left out for security reasons.",
        "The full plan is not published.",
    ],
    "review_frequency": [
        "The plan is gone through once a year.",
        "We rehearse every six months.",
        "Each quarter the board looks at the plan.",
        "Testing happens annually.",
        "Drills: twice yearly.",
    ],
    "data_backup": [
        "All client files are duplicated each night at a vault.",
        "We keep copies of our books in a second city.",
        "Data replicates to the cloud.",
        "Electronic records are backed up.",
        "Paper files are scanned and stored elsewhere.",
    ],
    "varying_scope_scenarios": [
        "We have planned for the loss of a single branch and for a regional disaster.",
        "Whether the event touches our floor, our tower or the entire metropolitan area, we have a response.",
    ],
}

NOT_SHOWN = {
    "rto_caveat": [
        "We will resume business within four hours.",
        "Recovery time objectives are set by each department.",
        "The plan is tested and recovery times are recorded.",
        "Our recovery time objective is four hours, without exception.",
        "We expect to be open the next day.",
        "The time of a disaster cannot be predicted.",
        "Settlement times may vary by market.",
        "Hours of our branches may vary.",
        "Our RTO is 2 hours and our RPO is 15 minutes.",
        "We may change our recovery objectives at any time.",
    ],
    "continue_business_statement": [
        "We will continue to review this plan.",
        "If we are unable to continue our business, customers will be told.",
        "Rule 4370 requires firms to plan to resume business.",
        "Customers should continue to monitor their accounts.",
        "We may decide not to reopen.",
        "We will open your account within a day.",
        "We will continue to charge fees.",
        "Our website will be updated.",
        "Employees will be paid.",
        "We would close the account.",
    ],
    "access_to_funds": [
        "Your account is insured by SIPC.",
        "You can view your account online.",
        "We protect customer assets with encryption.",
        "We will fund the plan each year.",
        "Employees have access to the building.",
        "We send statements each month.",
        "Money spent on resilience has risen.",
        "The clearing firm has its own plan.",
        "Our securities lending desk relocates.",
    ],
    "contact_alternate": [
        "Call us at 207-555-0101.",
        "We will try to contact you by another means.",
        "Our alternate site is in Boston.",
        "Employees who cannot reach their manager call the hotline.",
        "Visit www.fen.example.",
    ],
    "relocation": [
        "Our data is copied to another city.",
        "Calls are forwarded to another number.",
        "We moved to new offices in 2019.",
        "Customers may visit another branch.",
        "The server relocates workloads automatically.",
        "We have offices in Boston and Hartford.",
    ],
    "subject_to_change": [
        "Markets may change quickly.",
        "The plan is reviewed each year.",
        "Tell us when your address changes.",
        "Our hours may change during an event.",
        "We will change to back-up power.",
    ],
    "written_copy": [
        "Copies of records are kept off site.",
        "Request a form by calling us.",
        "Written requests must be signed.",
        "We cannot give out the plan.",
        "We mail statements to customers.",
    ],
    "general_caveat": [
        "We plan for every event.",
        "Recovery times may vary.",
        "No customer has ever lost money.",
        "All employees are trained.",
        "We cannot say how long recovery will take.",
    ],
    "summary_only": [
        "A summary of your account is sent monthly.",
        "We outline duties to staff.",
        "The plan is complete.",
        "In summary, we are ready.",
    ],
    "review_frequency": [
        "We review your account annually.",
        "The plan was tested.",
        "Data is backed up daily.",
        "Statements are sent quarterly.",
    ],
    "data_backup": [
        "Copies of the plan are given to managers.",
        "We keep books and records.",
        "A back-up office is ready.",
        "We protect your data from hackers.",
        "Our backup generator runs for three days.",
    ],
    "varying_scope_scenarios": [
        "Fires, floods and storms are covered.",
        "Our office is in the city of Fen.",
        "Disruptions may be short or long.",
        "We move staff from our office to another city.",
    ],
}


def summary(sentence: str) -> str:
    """Return a summary with *sentence* in it."""
    return f"Alder Securities: Business Continuity\n\nThis page is about our business continuity plan. {sentence}\n"


@pytest.mark.parametrize(("identifier", "sentence"), rows(SHOWN))
def test_shown(identifier: str, sentence: str) -> None:
    """One plain sentence makes the disclosure."""
    assert present(identifier, summary(sentence)) == "yes"


@pytest.mark.parametrize(("identifier", "sentence"), rows(NOT_SHOWN))
def test_not_shown(identifier: str, sentence: str) -> None:
    """A sentence that shares its words and not its meaning does not make it."""
    assert present(identifier, summary(sentence)) != "yes"
