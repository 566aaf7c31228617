# ruff: noqa: E501  (sentences are shown unbroken, as authors write them)
"""What is a firm's own continuity summary for its customers, and what only speaks of continuity."""

from __future__ import annotations

import pytest

from filinglint.facts.sentences import Cut
from filinglint_bcp.facts.recognition import recognise

SUMMARIES = {
    "instructions to the clearing firm": """Business Continuity Plan

Sorrel Brokerage has a business continuity plan and intends to keep serving you. If you cannot reach us at 561-555-0100,
please refer to the instructions below. Instructions to Harbor Clearing must be in writing. For recorded instructions call
Harbor Clearing at 201-555-0135. Checks and transfers can be had from Harbor Clearing directly.
""",
    "among other notices": """Disclosures of Operations

Proxy Voting
Votes are cast by proxy through Ballot Lane. To vote by proxy you leave our website; the terms of Ballot Lane apply there.

Business Continuity Disclosure
Sorrel Brokerage has developed a business continuity plan so that it can go on with critical operations in an outage.
There can be no assurance that service will continue in all circumstances. We keep a back-up facility for our branches.
Account access would be available there and in your branch. The plan is reviewed and tested periodically.
""",
    "this is a summary": """Business Continuity

This is a summary of the Business Continuity Plan of Sorrel Municipal Co. (SMC). SMC is prepared for a disruption at its
headquarters. SMC's goal is to recover its critical processes on the same day, if possible, although an interruption of
the whole industry is expected to be longer.
""",
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
    "appointment": """Sorrel Bank Names Head of Resilience

DOVER, March 4, 2026 - Sorrel Bank today named Ines Vale as head of business continuity and operational resilience. Ms.
Vale will lead the bank's program for responding to significant business disruptions and will oversee testing of its
recovery sites. "Our customers expect us to be there, whatever happens," said chief executive Tom Rue. Contact: Lee Park,
302-555-0133, press@sorrel.example.
""",
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

MORE_OTHERS = {
    "exam prep": "Business Continuity Plans (Series 24)\n\nKey points. A broker-dealer's plan covers data back-up, mission critical systems, alternate locations for employees and prompt access to funds. The plan is approved by a principal and reviewed annually. Emergency contacts are updated within 17 business days. Remember for the exam: customers get the disclosure at account opening.",
    "adv": "Thistle Advisers LLC Form ADV Part 2A\n\nItem 18 Financial Information. We have no condition that impairs us.\n\nAdditional Information. Business continuity: we have a plan to recover from disasters. Privacy: we do not share your data.",
    "fine": "Regulator Fines Broker Over Continuity Plan\n\nNEW YORK, May 4 - A brokerage firm will pay $50,000 because its business continuity plan had not been tested for three years. The firm neither admitted nor denied the findings. Staff could not reach the back-up site when a storm struck.",
    "sla": "Service Level Agreement\n\n5. Disaster Recovery. Provider maintains a disaster recovery plan. RTO: 4 hours. RPO: 15 minutes. 5.1 Credits. If Provider misses the RTO Customer receives a credit of 5%. 6. Termination. Either party may terminate.",
    "software": "ResilientPro: Business Continuity Software\n\nBuild, test and run your business continuity plan in one place. Our software sends alerts to your staff and tracks recovery times. Get a free trial. Trusted by 500 banks.",
    "consultant": "Continuity Planning Services\n\nWe help broker-dealers write plans that meet Rule 4370. Our consultants review your plan, test it and train your staff. Call 800-555-0100 for a quote.",
    "soc2": "Security at Cloudbird\n\nWe encrypt data, back it up daily and test our disaster recovery plan each year. Penetration tests are run by others. Report bugs to security@cloudbird.example.",
    "covid branch": "Coronavirus (COVID-19) Update\n\nOur branches are open by appointment. We have activated our business continuity plan and most staff work from home. You can reach us at 800-555-0100 or www.bank.example.",
    "court": "OPINION AND ORDER\n\nPlaintiff says that the bank's business continuity plan failed. The bank says that it resumed operations within two days. We find for the bank.",
    "newsletter": "In This Issue: Hurricane Season\n\nHurricane season is here. Does your practice have a continuity plan? Make a list of phone numbers. Back up your data. Agree on a place where staff can meet. Read more on page 3.",
    "iso": "ISO 22301 specifies requirements for a business continuity management system. The organization shall establish recovery time objectives. The organization shall exercise its plans at planned intervals.",
    "ffiec": "Business Continuity Management Booklet\n\nExaminers should determine whether management has a business continuity plan. Recovery time objectives should be set. Testing should be done at least annually.",
    "rfp": "Request for Proposals\n\nBidders must describe their business continuity plan, including recovery time objectives, back-up sites and testing. Proposals are due June 1. Questions: bids@county.example.",
    "risk factor": "Our operations could be disrupted. We have a business continuity plan, but it may not work. If our headquarters in Reno were lost, our business, results of operations and financial condition could be harmed. Our insurance may not cover losses. Competition could harm us.",
    "dora": "Operational Resilience: What Firms Need to Know\n\nThe Act applies to banks and insurers. Firms must test their continuity plans. The deadline is January 17. Our lawyers can advise you; contact us at law@firm.example.",
    "wiki": "Disaster recovery is the process of restoring systems after a disaster. It includes policies, tools and procedures. Hot sites and cold sites are kinds of back-up sites.",
    "hospital": "Emergency Preparedness at County Hospital\n\nOur staff train for disasters. Patients will be moved to other hospitals if ours must close. Visitors should follow the signs.",
    "esg": "2022 Sustainability Report\n\nGovernance. Our board oversees risk. Business continuity. We maintain plans and test them annually. Ethics. We train all employees. Climate. We cut emissions by 5%.",
    "faq broker": "Help Center\n\nHow do I reset my password? Click Forgot password. What is a business continuity plan? It is a plan that a firm must have. How do I close my account? Call us at 800-555-0100. Is my money insured? Yes, by SIPC.",
    "cfr": "§ 23.603 Business continuity and disaster recovery. (a) Each swap dealer shall establish and maintain a written business continuity and disaster recovery plan that outlines the procedures to be followed in the event of an emergency or other disruption. (b) The plan shall include identification of documents, data, facilities, personnel.",
    "plan internal": "ALDER SECURITIES BUSINESS CONTINUITY PLAN\n\n1. Purpose. This plan tells employees what to do. 2. Emergency Contact Persons: Jane Roe, 555-0100. 3. Call Tree. Managers call their teams. 4. Office Locations. 5. Senior Manager Approval. I have approved this plan. Signed: Jane Roe",
    "memo": "MEMORANDUM\n\nTo: All staff. From: Operations. Re: Continuity test on Saturday. All staff must log in from home at 9 a.m. The test of our continuity plan takes four hours. Call the help desk at x4400.",
    "webinar": "Webinar: Building a Better BCP\n\nJoin us on May 5. Our speakers will show how firms plan for significant business disruptions. Register at www.events.example.",
    "insurance": "Business Interruption Insurance Explained\n\nIf your business must close after a fire, this policy pays lost income. A continuity plan may lower your premium. We offer quotes online.",
    "sec speech": "Remarks at the Compliance Outreach Program\n\nThank you for having me. Today I will speak about business continuity. After the storm our staff looked at forty advisers. We found that many had good plans. Advisers should think of vendors.",
    "trade notice": "Exchange Notice 2021-14: Disaster Recovery Test\n\nThe Exchange will hold its annual disaster recovery test on October 2. Members are required to take part. Members should connect to the back-up data center. Questions: 312-555-0100.",
    "links": "Legal & Disclosures\n\nBusiness Continuity Plan (PDF)\nPrivacy Notice\nForm CRS\n\n© 2023 Alder Securities, member FINRA/SIPC. Call 800-555-0100.",
    "terms": "Terms of Use\n\nWe do not guarantee that the site will be available. We have continuity plans. You agree not to copy the site. Call 800-555-0100.",
    "county": "Continuity of Operations Plan\n\nAgencies must be able to perform essential functions. Each agency shall name a back-up site. The county executive approves plans.",
    "tabletop": "Scenario for a table-top exercise\n\nIt is Monday. A fire has closed your office. Your business continuity plan is activated. What do you do first? Who calls customers? Where do employees go? How long until you are open?",
    "checklist": "Continuity Checklist for Advisers\n\n[ ] Do you have a written plan? [ ] Are records backed up? [ ] Do clients know how to reach you? [ ] Is there another place to work?",
    "vendor case": "Case Study: How Bank Alder Recovered in Four Hours\n\nWhen a flood closed its head office, Bank Alder moved to its back-up site. Our platform restored its data. The bank's staff worked from home. Contact sales to learn more.",
    "privacy": "Privacy Notice\n\nWe keep your data safe. Data are backed up at another site. We have a business continuity plan. You may call us at 800-555-0100 to limit sharing.",
}


@pytest.mark.parametrize("name", SUMMARIES)
def test_summary(name: str) -> None:
    """A firm that tells customers of its own plan is recognised, whatever its trade."""
    verdict = recognise(SUMMARIES[name], Cut(SUMMARIES[name]).units)
    assert verdict.is_summary, verdict.reason


@pytest.mark.parametrize("name", [*OTHERS, *MORE_OTHERS])
def test_other(name: str) -> None:
    """What only speaks of continuity is no summary."""
    text = (OTHERS | MORE_OTHERS)[name]
    verdict = recognise(text, Cut(text).units)
    assert not verdict.is_summary, verdict.reason


def test_full_plan() -> None:
    """The plan itself is told from a summary of it."""
    assert recognise(OTHERS["full plan"], Cut(OTHERS["full plan"]).units).full_plan


def test_language() -> None:
    """A statement in another language is recognised by its title, and its language named."""
    text = (
        "Plan de continuidad del negocio\n\nLa empresa dispone de un plan para que los clientes sigan con el servicio."
    )
    verdict = recognise(text, Cut(text).units)
    assert (verdict.is_summary, verdict.language) == (True, "es")
