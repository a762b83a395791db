"""Where the pages have what they say. Titles and names stay as they are in every language.

Most of these were read as stored pages or excerpts, not as whole books or papers. What is a press report, a reprint or
the work of an advocacy body says so.
"""

SOURCES: dict[str, str] = {
    # The founding text, and the people behind it
    "founding": "Harnessing Our Power to End (HOPE) Political Violence: Training. endpoliticalviolence.org/training",
    "hope-home": "HOPE Political Violence, home page; also commonslibrary.org. endpoliticalviolence.org",
    "hope-part3": "HOPE Political Violence, guide, part III. endpoliticalviolence.org/chapters/part-3",
    "hope-qa": "Q&A with H. Merriman and S. Nakagawa. The Public Eye (PRA), November 21, 2024. politicalresearch.org",
    "hope-deck": "HOPE Political Violence, Expanded First Exposure Training (slides).",
    "hope-interview": (
        "H. Merriman in: Worried About Violence ... Just Say No. homelandsecuritynewswire.com, August 3, 2024; "
        "and an interview with Waging Nonviolence, 2024 (reprint)."
    ),
    "martin-basics": "B. Martin, Backfire basics, as reproduced at bulliedacademics.blogspot.com, August 21, 2008.",
    "martin-2015": (
        "B. Martin, From political jiu-jitsu to the backfire dynamic. In: K. Schock (ed.), 2015. "
        "bmartin.cc/pubs/15Schock.html"
    ),
    "martin-manual": "B. Martin, Backfire Manual: Tactics against Injustice. Irene, 2012. commonslibrary.org",
    "kurtz-smithey-2010": "L. Kurtz & L. Smithey, When Repression Backfires (slides). ICNC, 2010.",
    "smithey-kurtz-2018": "L. Smithey & L. Kurtz, Rethinking repression, 2018. docslib.org/doc/7743726",
    # Studies
    "sutton-2014": (
        "J. Sutton, C. Butcher & I. Svensson, Explaining political jiu-jitsu. Journal of Peace Research 51(5), 2014."
    ),
    "stephan-chenoweth-2008": (
        "M. Stephan & E. Chenoweth, Why Civil Resistance Works, 2008; book by E. Chenoweth & M. Stephan, 2011."
    ),
    "chenoweth-2017": "E. Chenoweth, Trends in Nonviolent Resistance, 2017; digests with later figures for the 2010s.",
    "perkoski-chenoweth-2018": (
        "E. Perkoski & E. Chenoweth, Nonviolent Resistance and Prevention of Mass Killings. "
        "ICNC Special Report 2, 2018."
    ),
    "anisin-2025": "A. Anisin, State-led Atrocities and Nonviolent Resistance, 2025. alexeianisin.com",
    "wasow-2020": "O. Wasow, Agenda Seeding. American Political Science Review 114(3), 2020.",
    "simpson-2018": "B. Simpson, R. Willer & M. Feinberg, Does Violent Protest Backfire? Socius 4, 2018.",
    "feinberg-2020": "M. Feinberg, R. Willer & C. Kovacheff, The Activist's Dilemma, 2020.",
    "young-2019": "L. Young, The Psychology of State Repression. American Political Science Review 113(1), 2019.",
    "mernyk-2022": (
        "J. Mernyk, S. Pink, J. Druckman & R. Willer, Correcting inaccurate metaperceptions. PNAS 119(16), 2022."
    ),
    "schiff-2025": (
        "K. Schiff, D. Schiff & N. Bueno, The Liar's Dividend. American Political Science Review 119(1), 2025."
    ),
    "wouters-walgrave-2017": (
        "R. Wouters & S. Walgrave, Demonstrating Power. American Sociological Review 82(2), 2017."
    ),
    "wouters": "R. Wouters, conference paper on protest and public support. ecpr.eu",
    "wunc": "How Tilly's WUNC works. Summary at gsb.stanford.edu",
    "kalla-broockman-2020": (
        "J. Kalla & D. Broockman, on reducing exclusionary attitudes. American Political Science Review 114(2), 2020."
    ),
    "hangartner-2021": "D. Hangartner and others, on empathy-based counterspeech. PNAS, 2021 (press report, krone.at).",
    "tuch-weitzer-1997": "S. Tuch & R. Weitzer. Public Opinion Quarterly 61, 1997. ojp.gov, NCJ 174796",
    "king-panel": "Panel study on attitudes after the Rodney King case, 1994. ojp.gov, NCJ 148757",
    "selma-polls": "A. Kohut on polls of 1965. Pew Research Center; also pbs.org and justthesocialfacts.blogspot.com",
    "armed-assembly": "ACLED & Everytown (an advocacy body), Armed Assembly, 2021; ACLED, January 5, 2022.",
    "reis-martin-2008": (
        "S. Reis & B. Martin, Psychological dynamics of outrage against injustice. Peace Research 40(1), 2008."
    ),
    "popovic-mcclennen": "S. Popovic & S. McClennen, Pranksters vs. Autocrats, 2020 (interviews and summaries).",
    "spectrum": "Spectrum of allies. commonslibrary.org/spectrum-of-allies",
    # How often it happens
    "brennan-2024": (
        "Brennan Center for Justice, Intimidation of State and Local Officeholders, January 25, 2024. brennancenter.org"
    ),
    "bdi": "Bridging Divides Initiative, Princeton, events data 2022 to 2024. bridgingdivides.princeton.edu",
    "uscp-2025": "United States Capitol Police, threat assessment cases for 2025. uscp.gov",
    # Care, consent and practice
    "witness-harm": "WITNESS, Minimizing Harm While Exposing Abuse. vae.witness.org",
    "witness-interviews": "WITNESS, guide to interviewing survivors of sexual and gender-based violence.",
    "security-culture": "On security culture. governyourself.org/resources/security-culture",
    "nashville": "Nashville sit-ins, 1960, and their code of conduct. Wikipedia, copies.",
    "otpor": "Z. Smiljanic, Plan B: Protecting arrested demonstrators. New Tactics, 2003. newtactics.org",
    "tannenbaum-2013": "S. Tannenbaum & C. Cerasoli, on debriefs. Human Factors, 2013. doi 10.1177/0018720812448394",
    "keiser-arthur-2021": "N. Keiser & W. Arthur, on after-action reviews, 2021. doi 10.1037/apl0000821",
    "bad-news": "M. Basol and others, on the game Bad News, 2020. PMC6952868",
    "nimon-2007": "Nimon, on retrospective pre-tests, 2007 (as cited by others).",
    "bridgland-2023": "V. Bridgland, P. Jones & B. Bellet, on content warnings, 2023. doi 10.1177/21677026231186625",
    # Cases
    "billings": "Billings Gazette, December 2, 2013; also rd.com and utne.com. Accounts differ in details.",
    "karura": "Daily Nation, January 9, 1999 (ogiek.org); W. Maathai, Unbowed, excerpts.",
    "martin-dili": "B. Martin, Justice Ignited, chapter 3 (Dili). docslib.org/doc/1640256",
    "martin-sharpeville": "B. Martin, Justice Ignited, chapter 2 (Sharpeville). docslib.org/doc/7434828",
    "martin-king": "B. Martin, The beating of Rodney King. Critical Criminology 13(3), 2005. bmartin.cc/pubs/05cc.html",
    "khaled-said": "Killing of Khaled Said: Daily News Egypt, June 18, 2010, and other press reports; Wikipedia copy.",
    "greensboro-commission": (
        "Greensboro Truth and Reconciliation Commission, Executive Summary, 2006. "
        "archive.org/details/greensborotruthr00unse"
    ),
    "greensboro-apology": "Press reports on the apology of Greensboro's city council, October 6 and 7, 2020.",
    "derry": "Irish Times on the apology of the British prime minister, June 2010; Bloody Sunday Inquiry.",
    "wunsiedel": "EXIT-Deutschland on Wunsiedel, November 2014. exit-deutschland.de",
    "wilmington": "Wilmington, North Carolina, 1898: D. Zucchino, Wilmington's Lie, excerpts; Wikipedia copies.",
}
"""Author, title, year and where to find it, by id."""
