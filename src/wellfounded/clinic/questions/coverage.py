"""Questions about the plan: they decide which law governs and which day counts."""

from wellfounded.clinic.questions.question import Choice, Question

MARKETS: tuple[Choice, ...] = (
    (
        "erisa_group",
        "Through an employer that pays the claims itself (self-funded)",
        "De un empleador que paga \u00e9l mismo (autofinanciado)",
    ),
    (
        "aca_nongrandfathered",
        "Through an employer, insured by an insurance company",
        "De un empleador, con una aseguradora",
    ),
    (
        "aca_individual",
        "Bought by the family, on or off the marketplace",
        "Comprado por la familia, en el mercado o fuera",
    ),
    ("medicare_advantage", "Medicare Advantage", "Medicare Advantage"),
    ("medicare_original", "Original Medicare", "Medicare original"),
    ("medicare_part_d", "Medicare drug plan (Part D)", "Plan de medicinas de Medicare (Parte D)"),
    ("medicaid_managed_care", "Medicaid, through a health plan", "Medicaid, con un plan de salud"),
    ("medicaid_ffs", "Medicaid, directly from the state", "Medicaid, directo del estado"),
    ("chip", "Children\u2019s Health Insurance Program", "Programa de seguro de ni\u00f1os (CHIP)"),
    ("fehb", "Federal employees (FEHB)", "Empleados federales (FEHB)"),
    ("tricare", "TRICARE", "TRICARE"),
    ("workers_comp", "Workers\u2019 compensation", "Compensaci\u00f3n de trabajadores"),
    ("fsa_hsa_hra", "A health account: FSA, HSA or HRA", "Una cuenta de salud: FSA, HSA o HRA"),
)

QUESTIONS = (
    Question(
        "coverage.market",
        "coverage.market",
        "choice",
        "What kind of coverage is this?",
        "\u00bfQu\u00e9 tipo de cobertura es?",
        patient="Where does your coverage come from?",
        help="The card, the plan\u2019s booklet or the employer\u2019s benefits office says so.",
        ayuda="Lo dice la tarjeta, el folleto del plan o la oficina de beneficios.",
        choices=MARKETS,
    ),
    Question(
        "coverage.funding",
        "coverage.funding",
        "choice",
        "Who pays the claims?",
        "\u00bfQui\u00e9n paga los gastos?",
        help="The summary plan description says whether the plan is self-funded.",
        ayuda="La descripci\u00f3n resumida del plan dice si es autofinanciado.",
        choices=(
            ("self_funded", "the employer itself", "el empleador mismo"),
            ("fully_insured", "an insurance company", "una aseguradora"),
        ),
    ),
    Question(
        "coverage.state",
        "coverage.state",
        "text",
        "In which state was the policy issued? (two letters)",
        "\u00bfEn qu\u00e9 estado se emiti\u00f3 la p\u00f3liza? (dos letras)",
    ),
    Question(
        "received.denial",
        "received.denial",
        "date",
        "On what day did the denial arrive?",
        "\u00bfQu\u00e9 d\u00eda lleg\u00f3 la negaci\u00f3n?",
        help="The envelope or the fax line shows it. The clock starts then.",
        ayuda="Lo muestra el sobre o la l\u00ednea del fax. El plazo empieza ese d\u00eda.",
    ),
    Question(
        "coverage.payer", "coverage.payer", "text", "Name of the plan or insurer", "Nombre del plan o de la aseguradora"
    ),
    Question(
        "coverage.member_id",
        "coverage.member_id",
        "text",
        "Member number",
        "N\u00famero de miembro",
        help="It is on the card.",
        ayuda="Est\u00e1 en la tarjeta.",
    ),
)
