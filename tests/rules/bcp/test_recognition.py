# ruff: noqa: E501  (sentences are shown unbroken, as authors write them)
"""What is a firm's own continuity summary for its customers, and what only speaks of continuity."""

from __future__ import annotations

import pytest

from filinglint.facts.sentences import units
from filinglint_bcp.facts.recognition import recognise

SUMMARIES = {
    "template wording": """Business Continuity Planning

Alder Brokerage has developed a Business Continuity Plan on how we will respond to events that significantly disrupt
our business. Since the timing and impact of disasters and disruptions is unpredictable, we will have to be flexible in
responding to actual events as they occur. With that in mind, we are providing you with this information on our plan.

Contacting Us - If after a significant business disruption you cannot contact us as you usually do at 800-555-0101, you
should call our alternative number 800-555-0102 or go to our web site at www.alder.example.

Our Business Continuity Plan - We plan to quickly recover and resume business operations after a significant business
disruption.
""",
    "data center": """Continuity of Service

Our data centers are built to keep running. If one is lost, work moves to another and staff relocate there. We test the
plan twice a year. Recovery time objectives are goals; actual times may vary. Call the operations center at 888-555-0100.
""",
    "bank page": """Disaster Recovery and Business Continuity Statement

First Fen Bank maintains a disaster recovery plan so that customers can reach their money after a storm or other event.
Branches may close, but our call center and website stay open. Our staff can work from a second site in Elm County.
The plan is tested each year.
""",
    "adviser": """Contingency Planning

Birch Advisers keeps a continuity plan. Should our office be closed, we will work from home and you may call 555-010-0199.
Your custodian holds your assets and can be reached directly at the number on your statement.
""",
    "payments": """How we stay open

We have a business continuity plan for outages of our platform. We intend to restore payments the same day. News is
posted at status.pinepay.example. This page is a summary and may change.
""",
    "introducing futures broker": """Business Continuity and Disaster Recovery Plan Disclosure

Cedar Futures, an introducing broker and NFA member, has a plan under NFA Rule 2-38. In an emergency customers may place
closing orders with the carrying FCM, Oak Clearing, at 312-555-0144. Staff will move to an office in another city with
its own power grid. Records are backed up daily.
""",
    "with blanks left": """Business Continuity Plan Summary

[Firm Name] has a business continuity plan. If you cannot reach us at 800-555-0103, call [clearing firm]. We plan to
resume business promptly and we will move staff to another office if ours cannot be used.
""",
}

OTHERS = {
    "template": """Business Continuity Plan Template for Small Introducing Firms

This optional template may help your firm to write its plan. It is not a safe harbor. Tailor it to your firm. Delete what
does not apply.

[Firm Name] Business Continuity Plan. Our firm's policy is to respond to a significant business disruption by
safeguarding employees' lives. [Describe your offices.] Our alternative number is [number].
""",
    "sample with advice": """Sample Disclosure Statement

Firms may use the following text and should adapt it to their needs: "[Firm Name] has developed a Business Continuity Plan
on how we will respond to events that significantly disrupt our business. Contact us at [phone number]."
""",
    "regulatory notice": """Regulatory Notice 20-99

Business Continuity Planning

Summary. FINRA reminds members that Rule 4370 requires firms to create and maintain a business continuity plan. Firms
should review their plans. Questions about this Notice may be directed to Jane Roe at (202) 555-0100.
""",
    "blog": """5 Tips for Your Business Continuity Plan

Posted by Sam Roe on March 3, 2021. Every company should have a continuity plan. Your business may face a fire or a flood.
Call us at 800-555-0105 to learn how our consultants can help you to write one. Subscribe to our newsletter.
""",
    "press release": """Elm Software Launches Continuity Suite

RENO, Nev., June 1, 2022 - For immediate release. Elm Software today announced a product with which companies plan for
disasters and recover data. Customers recover within four hours. Media contact: press@elm.example.
""",
    "pandemic letter": """Our Response to COVID-19

Dear clients, we have activated our business continuity plan. Most of our employees work from home and you can still call
us at 800-555-0106. We follow the guidance of health authorities on the coronavirus.
""",
    "privacy policy": """Privacy Policy

We collect personal information about you from applications. We back up data and keep it safe. You may opt out by calling
800-555-0107. We will resume sharing only with your consent. Our business continuity partners may receive data.
""",
    "rule text": """4370. Business Continuity Plans and Emergency Contact Information

(a) Each member must create and maintain a written business continuity plan identifying procedures relating to an
emergency or significant business disruption. (b) Each member must update its plan in the event of any material change.
(e) Each member must disclose to its customers how its plan addresses the possibility of a future disruption.
""",
    "glossary": """Glossary of continuity terms

Business continuity: the ability of an organization to go on. Recovery time objective: the time within which a process must
be restored. Hot site: a place to which staff can move.
""",
    "contract": """12. Business Continuity

12.1 Vendor shall maintain a business continuity plan and shall test it annually. 12.2 Vendor shall restore the services
within four hours. 12.3 If Vendor fails to do so, Customer may terminate this Agreement. Neither party is liable hereunder
for force majeure.
""",
    "manual": """Compliance Manual - Section 14: Business Continuity

The Chief Compliance Officer is responsible for the plan and must review it annually. All employees must know the call
tree. Supervised persons shall report to the back-up office. We maintain a business continuity plan.
""",
    "full plan": """BUSINESS CONTINUITY PLAN

TABLE OF CONTENTS
Emergency Contact Persons ........ 2
Firm Policy ........ 3
Business Description ........ 4
Office Locations ........ 5

I. Emergency Contact Persons. Our firm's two emergency contact persons are Jane Roe and John Doe.
II. Firm Policy. Our firm's policy is to respond to a significant business disruption by safeguarding employees' lives.
""",
    "survey": """Survey: Most Small Firms Lack Continuity Plans

A survey of 400 firms found that 60 percent of respondents have no business continuity plan. According to the study,
companies should test their plans. We asked owners what they fear most.
""",
    "questions": """Business Continuity: Frequently Asked Questions

Do advisers need a plan? Yes, an adviser should have one. What should the plan cover? It should cover data, people and
places. How often should it be tested? At least each year.
""",
    "investor alert": """Investor Alert: If Your Brokerage Firm Closes Its Doors

If your firm goes out of business, your securities are most likely safe. Firms must have business continuity plans. You can
call SIPC. We issue this alert to tell investors what to expect and how to reach their funds.
""",
    "law firm": """Client Alert: FINRA and Significant Business Disruptions

A significant business disruption may strike at any time. Broker-dealers must have a plan under Rule 4370. Firms should
tell customers of it. If you have questions, contact our attorneys at 212-555-0108.
""",
    "annual report": """Item 1A. Risk Factors

Our business continuity plan may not be sufficient. A disaster at our headquarters could interrupt our operations and harm
our results. We depend on our data centers. If we cannot recover, our stock price may fall.
""",
    "exchange order": """Order Granting Approval of a Proposed Rule Change Relating to a Disaster Recovery Facility

The Exchange proposes a rule on its disaster recovery facility. Members must connect to the facility and shall take part in
tests. The Commission finds that the proposal is consistent with the Act.
""",
    "course": """Conference Agenda: Resilience 2019

9:00 Welcome. 9:30 Session 1: Writing a business continuity plan. Speakers will discuss recovery time objectives. 11:00
Workshop: Test your plan.
""",
    "job advertisement": """Business Continuity Manager

We are looking for a manager who will run our continuity program. You will test plans, train staff and report to the board.
Send your resume to jobs@elm.example.
""",
    "vendor product page": """Disaster Recovery as a Service

Protect your business. Our platform lets companies recover within minutes. Every organization needs a disaster recovery
plan. Ask for a demo at 800-555-0109.
""",
    "link page": """Disclosures

Form CRS
Privacy Policy
Business Continuity Plan
Order Routing
""",
    "margin": """Margin Disclosure Statement

You can lose more than you deposit. The firm can sell your securities without calling you.
""",
    "student paper": """The Role of Business Continuity in Banking

This paper looks at how banks recover from disasters. Many institutions have plans. According to a study, a bank should test
its plan. The results are discussed below.
""",
    "guidance to insurers": """Circular Letter No. 7

To all licensed insurers. Insurers should review their business continuity plans and must file a report by June 1. The
Department expects plans to address loss of staff.
""",
    "form ADV": """Item 18 Financial Information

We do not require prepayment of fees. Business Continuity Plan: Elm Advisers has one. Item 19 Requirements for State
Advisers. Privacy: we do not sell data.
""",
}


@pytest.mark.parametrize("name", SUMMARIES)
def test_summary(name: str) -> None:
    """A firm that tells customers of its own plan is recognised, whatever its trade."""
    verdict = recognise(SUMMARIES[name], units(SUMMARIES[name]))
    assert verdict.is_summary, verdict.reason


@pytest.mark.parametrize("name", OTHERS)
def test_other(name: str) -> None:
    """What only speaks of continuity is no summary."""
    verdict = recognise(OTHERS[name], units(OTHERS[name]))
    assert not verdict.is_summary, verdict.reason


def test_full_plan() -> None:
    """The plan itself is told from a summary of it."""
    assert recognise(OTHERS["full plan"], units(OTHERS["full plan"])).full_plan


def test_language() -> None:
    """A statement in another language is recognised by its title, and its language named."""
    text = (
        "Plan de continuidad del negocio\n\nLa empresa dispone de un plan para que los clientes sigan con el servicio."
    )
    verdict = recognise(text, units(text))
    assert (verdict.is_summary, verdict.language) == (True, "es")
