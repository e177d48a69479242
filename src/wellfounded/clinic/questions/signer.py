"""Questions about who signs: they are remembered, and offered again in the next case."""

from wellfounded.clinic.questions.question import Question

QUESTIONS = (
    Question(
        "practitioner.name",
        "practitioner.name",
        "text",
        "Name of the clinician who signs",
        "Nombre del cl\u00ednico que firma",
        "Name of the doctor who will sign",
    ),
    Question(
        "practitioner.credentials",
        "practitioner.credentials",
        "text",
        "Credentials (MD, NP, \u2026)",
        "Credenciales (MD, NP, \u2026)",
    ),
    Question("practitioner.specialty", "practitioner.credentials", "text", "Specialty", "Especialidad"),
    Question(
        "practitioner.npi",
        "practitioner.npi",
        "text",
        "National Provider Identifier (ten digits)",
        "N\u00famero nacional de proveedor (diez d\u00edgitos)",
    ),
    Question(
        "practitioner.licence.number", "practitioner.licence", "text", "License number", "N\u00famero de licencia"
    ),
    Question(
        "practitioner.licence.state",
        "practitioner.licence",
        "text",
        "State of the license (two letters)",
        "Estado de la licencia (dos letras)",
    ),
    Question(
        "practitioner.phone",
        "practitioner.phone",
        "text",
        "Telephone for the reviewer",
        "Tel\u00e9fono para el revisor",
    ),
    Question("practice.name", "practice.name", "text", "Name of the practice", "Nombre del consultorio"),
    Question(
        "practice.address",
        "practice.name",
        "text",
        "Address of the practice (street; city, state, ZIP)",
        "Direcci\u00f3n del consultorio (calle; ciudad, estado)",
    ),
    Question("practice.phone", "practice.phone", "text", "Telephone of the practice", "Tel\u00e9fono del consultorio"),
)
