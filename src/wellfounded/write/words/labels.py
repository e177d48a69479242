"""The labels of the reference lines, in the languages letters are written in."""

LABELS = {
    "en": {
        "patient": "Patient",
        "birth_date": "Date of birth",
        "plan": "Plan",
        "member": "Member ID",
        "group": "Group",
        "reference": "Reference number",
        "claim": "Claim number",
        "authorization": "Authorization number",
        "decision": "Decision of",
        "service": "Service",
        "dates": "Dates of service",
        "diagnosis": "Diagnosis (ICD-10-CM)",
    },
    "es": {
        "patient": "Paciente",
        "birth_date": "Fecha de nacimiento",
        "plan": "Plan",
        "member": "Número de miembro",
        "group": "Grupo",
        "reference": "Número de referencia",
        "claim": "Número de reclamo",
        "authorization": "Número de autorización",
        "decision": "Decisión del",
        "service": "Servicio",
        "dates": "Fechas del servicio",
        "diagnosis": "Diagnóstico (CIE-10-MC)",
    },
    "de": {
        "patient": "Versicherte Person",
        "birth_date": "Geburtsdatum",
        "plan": "Krankenkasse",
        "member": "Versichertennummer",
        "group": "Gruppe",
        "reference": "Aktenzeichen",
        "claim": "Rechnungsnummer",
        "authorization": "Genehmigungsnummer",
        "decision": "Bescheid vom",
        "service": "Leistung",
        "dates": "Zeitraum",
        "diagnosis": "Diagnose (ICD-10)",
    },
}


def label(name: str, language: str) -> str:
    """Give one label; in English where the language is not one of ours."""
    return LABELS.get(language, LABELS["en"])[name]
