"""What a client does to a workbook, by openpyxl: saved again; filled in and changed; sorted, renamed and moved.

Usage: python3 openpyxl_return.py FILE.xlsx FOLDER
Writes saved.xlsx, changed.xlsx and moved.xlsx. Rows are found by their keys.
"""
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
source, folder = sys.argv[1], sys.argv[2]


def load():
    return openpyxl.load_workbook(source)


def rows_by_key(book):
    found = {}
    for sheet in book.worksheets:
        if sheet.title == "manifest":
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.count("|") >= 2:
                    found[cell.value] = (sheet, cell.row)
    return found


book = load()
book.save(f"{folder}/saved.xlsx")

book = load()
keys = rows_by_key(book)
figures = [key for key in keys if key.count("|") == 3 and not key.startswith("entry|")]
sheet, row = keys[figures[0]]
sheet.cell(row, 5).value += 10
sheet, row = keys[figures[1]]
sheet.cell(row, 5).value = None
sheet, row = keys["note|reach|"]
sheet.cell(row, 14).value = "Two posts went around."
for key in keys:
    if key.startswith("entry|"):
        sheet, row = keys[key]
        sheet.cell(row, 5).value = 0.5
        break
sheet, row = keys["text|kra:engagement|0"]
for cell in sheet[row]:
    if isinstance(cell.value, str) and "ambassadors" in cell.value:
        cell.value += "\nAnd they like it."
book["Scorecard"]["D6"] = 99
book["Figures"].append(["a row", "somebody", "put in", None, 55])
book.save(f"{folder}/changed.xlsx")

book = load()
sheet = book["Figures"]
rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
rows.sort(key=lambda row: (str(row[4]), str(row[0])), reverse=True)
for i, row in enumerate(rows):
    for j, value in enumerate(row):
        sheet.cell(row=5 + i, column=1 + j).value = value
sheet.title = "Numbers"
sheet.insert_cols(3)
sheet.insert_rows(2)
book["Scorecard"].insert_cols(1)
book["Scorecard"].insert_rows(1, 2)
book["Summary"].insert_cols(2)
book["Summary"].insert_rows(3)
book.save(f"{folder}/moved.xlsx")
