"""A second reader's view of a workbook, as JSON: sheets, charts, tables, names, validations, conditional formats.

Usage: python3 openpyxl_check.py FILE.xlsx
"""
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
book = openpyxl.load_workbook(sys.argv[1])


def title(chart):
    text = chart.title.tx.rich if chart.title and chart.title.tx else None
    return "".join(run.t for p in text.p for run in (p.r or [])) if text else None


# openpyxl 3.0 keeps names in a list, 3.1 in a dictionary.
kept = book.defined_names
defined_names = kept.definedName if hasattr(kept, "definedName") else list(kept.values())

sheets = []
for sheet in book.worksheets:
    sheets.append(
        {
            "name": sheet.title,
            "state": sheet.sheet_state,
            "freeze": sheet.freeze_panes,
            "filter": sheet.auto_filter.ref,
            "printTitles": sheet.print_title_rows,
            "orientation": sheet.page_setup.orientation,
            "paper": sheet.page_setup.paperSize,
            "gridlines": sheet.sheet_view.showGridLines,
            "tables": {name: table if isinstance(table, str) else table.ref for name, table in sheet.tables.items()},
            "charts": [
                {
                    "title": title(chart),
                    "kinds": sorted({type(part).__name__ for part in [chart, *chart._charts]}),
                    "series": sum(len(part.series) for part in {id(c): c for c in [chart, *chart._charts]}.values()),
                }
                for chart in sheet._charts
            ],
            "images": len(sheet._images),
            "validations": len(sheet.data_validations.dataValidation),
            "checks": [
                {"type": rule.type, "cells": str(rule.sqref), "from": rule.formula1, "to": rule.formula2}
                for rule in sheet.data_validations.dataValidation
            ],
            "protected": bool(sheet.protection.sheet),
            "password": sheet.protection.password,
            "unlocked": sorted(
                cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
            )
            if sheet.protection.sheet
            else [],
            "printArea": str(sheet.print_area or ""),
            "hiddenRows": [at for at, size in sheet.row_dimensions.items() if size.hidden],
            "conditional": sorted({rule.type for ranges in sheet.conditional_formatting for rule in ranges.rules}),
        }
    )

print(
    json.dumps(
        {
            "sheets": sheets,
            "names": {defined.name: defined.attr_text for defined in defined_names},
            "title": book.properties.title,
            "creator": book.properties.creator,
        }
    )
)
