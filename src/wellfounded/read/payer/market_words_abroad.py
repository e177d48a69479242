"""The words by which coverage outside the United States names itself, weighed as in `market_words`."""

ABROAD: dict[str, tuple[tuple[str, float], ...]] = {
    "uk_pmi": (
        (r"financial\s+ombudsman\s+service|\bFCA\b|financial\s+conduct\s+authority|prudential\s+regulation", 2.5),
        (
            (
                r"private\s+medical\s+insurance|private\s+health\s+cover|your\s+membership\s+handbook"
                r"|policy\s+handbook|\bNHS\b|fee-assured|pre-?authori[sz]ation\s+(?:team|number)|consultant"
            ),
            0.8,
        ),
        (r"united\s+kingdom|registered\s+in\s+england|\bUK\b", 1),
        (r"(?<![A-Z\d])[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}(?![A-Z\d])", 0.8),
    ),
    "nhs_ifr": (
        (r"individual\s+funding\s+request|\bIFR\b", 3),
        (r"integrated\s+care\s+board|\bICB\b|clinical\s+commissioning|clinical(?:ly)?\s+exceptional", 1.5),
        (r"\bNHS\b", 0.8),
    ),
    "ie_phi": (
        (
            (
                r"financial\s+services\s+and\s+pensions\s+ombudsman|\bFSPO\b|health\s+insurance\s+authority"
                r"|central\s+bank\s+of\s+ireland"
            ),
            3,
        ),
        (r"\bDAC\b|\bIreland\b|\bEircode\b|Dublin|\bCork\b|Consumer\s+Protection\s+Code", 1),
        (r"table\s+of\s+cover|schedule\s+of\s+benefits\s+for\s+professional|hospital\s+list", 0.5),
    ),
    "ca_private_health": (
        (r"ombudservice\s+for\s+life|\bOLHI\b|OmbudService|\bCLHIA\b|autorit\S+\s+des\s+march", 3),
        (
            (
                r"\b(?:Ontario|Alberta|British\s+Columbia|Manitoba|Quebec|Qu\S+bec|Saskatchewan|Nova\s+Scotia"
                r"|New\s+Brunswick)\b|\bCanada\b"
            ),
            1.2,
        ),
        (
            (
                r"\b[A-Z]\d[A-Z]\s\d[A-Z]\d\b|\b(?:Calgary|Edmonton|Toronto|Ottawa|Vancouver|Winnipeg|Halifax"
                r"|Regina|Montr\S+al)\b"
            ),
            0.8,
        ),
        (r"plan\s+member|provincial\s+(?:health|drug)|\bDIN\b|pharmacare|\bOHIP\b", 0.8),
    ),
    "au_phi": (
        (r"private\s+health\s+insurance\s+ombudsman|commonwealth\s+ombudsman|\bPHIO\b", 3),
        (
            (
                r"\bAustralia\b|\bMBS\b|medicare\s+benefits\s+schedule|hospital\s+cover|clinical\s+categor"
                r"|private\s+health\s+insurance\s+act|gold\s+hospital|waiting\s+period|prescribed\s+list|health\s+fund"
            ),
            1.1,
        ),
        (r"\b(?:NSW|VIC|QLD|TAS|WA|SA|ACT|NT)\s+\d{4}\b(?!\d|-)", 1.1),
        (r"\bABN\s+\d{2}\s\d{3}", 1.1),
    ),
    "au_afca": ((r"australian\s+financial\s+complaints\s+authority|\bAFCA\b", 2.5),),
    "in_health": (
        (r"insurance\s+ombudsman|\bIRDAI?\b|bima\s+bharosa", 3),
        (
            (r"\bTPA\b|cashless|mediclaim|policyholder|sum\s+insured|\bIndia\b|grievance\s+redressal|\bUHID\b"),
            1.2,
        ),
        (r"\bRs\.?\s?\d|\bINR\b|\u20b9|\blakhs?\b|\brupees\b", 1.2),
    ),
    "de_gkv": (
        (
            (
                r"gesetzliche\w*\s+(?:kranken|pflege)\w+|krankenkasse|\bAOK\b|\bBKK\b|\bIKK\b|ersatzkasse"
                r"|\bSGB\s*V\b|sozialgesetzbuch|sozialgericht|medizinische[rn]?\s+dienst"
            ),
            2.2,
        ),
        (r"widerspruch", 1),
        (r"versicherten-?nr|versichertennummer|mitglied", 0.5),
    ),
    "de_pkv": (
        (
            (
                r"private\w*\s+krankenversicherung|pkv-?ombudsmann|ombudsmann?\s+(?:der\s+)?privaten?"
                r"|versicherungsbedingungen|\bMB/KK\b|\bAVB\b|bafin|\bVVG\b"
            ),
            2.2,
        ),
        (r"tarif\b|krankenversicherung\s+(?:AG|a\.\s?G|VVaG)|versicherungsschein|beihilfe", 1),
    ),
    "ch_kvg": (
        (
            (
                r"\bKVG\b|\bKLV\b|einsprache|kantonale[sn]?\s+versicherungsgericht|grundversicherung"
                r"|obligatorische\w*\s+krankenpflege"
            ),
            2.2,
        ),
        (r"schweiz|\bCHF\b|vertrauens(?:arzt|ärzt\w+)", 1),
    ),
    "nl_zvw": ((r"zorgverzekering|zvw|\bSKGZ\b", 2.5),),
    "nz_acc": (
        (r"accident\s+compensation|\bACC\b", 2.2),
        (r"new\s+zealand|aotearoa|treatment\s+injury|cover\s+decision", 1),
    ),
    "nz_phi": ((r"insurance\s+(?:&|and)\s+financial\s+services\s+ombudsman|\bIFSO\b", 3), (r"new\s+zealand|\bNZ\b", 1)),
    "za_medical_scheme": (
        (r"council\s+for\s+medical\s+schemes|medical\s+schemes?\s+act", 3),
        (
            (
                r"medical\s+scheme|prescribed\s+minimum\s+benefit|\bPMB\b|south\s+africa|principal\s+officer"
                r"|designated\s+service\s+provider"
            ),
            1.3,
        ),
    ),
    "sg_ip": ((r"integrated\s+shield|medishield|\bFIDReC\b|\bMediSave\b", 2.5), (r"singapore", 1)),
    "hk_medical": (
        (r"insurance\s+complaints\s+bureau|voluntary\s+health\s+insurance\s+scheme|\bVHIS\b", 2.5),
        (r"hong\s+kong", 1.2),
    ),
    "my_health": (
        (r"financial\s+markets\s+ombudsman|ombudsman\s+for\s+financial\s+services|\bFMOS\b|bank\s+negara", 2.5),
        (r"malaysia|takaful", 1.2),
    ),
    "ph_hmo_philhealth": ((r"philhealth|philippine", 2.5),),
    "ae_health": ((r"dubai\s+health\s+authority|sanadak|\bDHA\b[^.]{0,40}dubai|abu\s+dhabi", 2.5),),
    "ke_health": (
        (
            (
                r"insurance\s+regulatory\s+authority[^.]{0,40}kenya|\bNHIF\b|social\s+health\s+authority"
                r"|\bkenya\b"
            ),
            2.2,
        ),
    ),
    "br_ans": ((r"\bANS\b[^.]{0,60}(?:sa\S+de|brasil|brazil)|ag\S+ncia\s+nacional\s+de\s+sa", 2.5),),
}
