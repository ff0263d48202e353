"""Writes a workbook given as plain data (see writeReport.ts) with XlsxWriter; prints the seconds it took.

The clock runs from making the workbook to having it on disk; reading the data is not in it.
"""
import base64
import io
import json
import sys
import time

import xlsxwriter

BORDERS = {'thin': 1, 'medium': 2, 'dotted': 4, 'thick': 5, 'hair': 7}
ALIGN = {'top': 'top', 'center': 'vcenter', 'bottom': 'bottom'}


def cell_format(book, style):
    out = {}
    for key, name in (('size', 'font_size'), ('bold', 'bold'), ('italic', 'italic'), ('underline', 'underline'),
                      ('align', 'align'), ('indent', 'indent'), ('wrap', 'text_wrap'), ('shrink', 'shrink'),
                      ('format', 'num_format')):
        if key in style:
            out[name] = style[key]
    if 'color' in style:
        out['font_color'] = '#' + style['color']
    if 'fill' in style:
        out['bg_color'] = '#' + style['fill']
    if 'hatch' in style:
        out.update(pattern=14, fg_color='#' + style['hatch'])
    if 'valign' in style:
        out['valign'] = ALIGN[style['valign']]
    for side in ('top', 'bottom', 'left', 'right'):
        if side in style:
            out[side] = BORDERS[style[side]['style']]
            out[side + '_color'] = '#' + style[side]['color']
    return book.add_format(out)


def corners(area):
    return area['row'], area['col'], area['toRow'], area['toCol']


def write_cells(sheet, cells, formats):
    for row, col, value, formula, style, link in cells:
        kind = formats[style]
        if formula is not None:
            sheet.write_formula(row, col, formula, kind, '' if value is None else value)
        elif link is not None:
            sheet.write_url(row, col, link, kind, str(value))
        elif value is None:
            sheet.write_blank(row, col, None, kind)
        elif isinstance(value, str):
            sheet.write_string(row, col, value, kind)
        else:
            sheet.write_number(row, col, value, kind)


def add_conditional(book, sheet, rule):
    if rule['kind'] == 'icons':
        options = {'type': 'icon_set', 'icon_style': '3_signs'}
    elif rule['kind'] == 'bar':
        options = {'type': 'data_bar', 'bar_solid': True, 'min_type': 'num', 'max_type': 'num',
                   'min_value': rule['min'], 'max_value': rule['max'], 'bar_color': '#' + rule['color']}
    else:
        options = {'type': 'formula', 'criteria': '=' + rule['formula'].lstrip('='),
                   'format': cell_format(book, {k: v for k, v in rule.items() if k in
                                                ('color', 'bold', 'italic', 'fill', 'hatch')})}
    sheet.conditional_format(*corners(rule['range']), options)


def axis_of(axis):
    out = {'num_format': axis['format']}
    for key, name in (('min', 'min'), ('max', 'max'), ('majorUnit', 'major_unit'), ('title', 'name')):
        if key in axis:
            out[name] = axis[key]
    return out


def add_series(chart, series):
    out = {'name': '=' + series['name']['ref'], 'categories': '=' + series['categories']['range'],
           'values': '=' + series['values']['range']}
    color = '#' + series['color']
    if series['type'] == 'line':
        out['line'] = {'color': color, 'width': series.get('width', 2.25)}
        if series.get('dash'):
            out['line']['dash_type'] = 'dash'
        if series.get('markers'):
            out['marker'] = {'type': 'circle', 'size': 5}
    else:
        out['fill'] = {'color': color}
    if series.get('secondary'):
        out['y2_axis'] = True
    points = series.get('points') or []
    if points:
        length = max(point['index'] for point in points) + 1
        fills, labels = [None] * length, [{'delete': True}] * len(series['values']['cache'])
        for point in points:
            if 'color' in point:
                fills[point['index']] = {'fill': {'color': '#' + point['color']}}
            if 'label' in point:
                labels[point['index']] = {'font': {'color': '#' + point['label']}}
        out['points'] = fills
        out['data_labels'] = {'value': True, 'num_format': series['format'], 'custom': labels}
    elif series.get('labels'):
        out['data_labels'] = {'value': True, 'num_format': series['format']}
    chart.add_series(out)


def add_chart(book, sheet, placed):
    spec = placed['chart']
    kind = {'columns': 'column', 'rows': 'bar', 'stacked': 'column'}[spec['kind']]
    bars = [s for s in spec['series'] if s['type'] == 'bar']
    lines = [s for s in spec['series'] if s['type'] == 'line']
    options = {'type': kind if bars else 'line'}
    if bars and spec['kind'] == 'stacked':
        options['subtype'] = 'stacked'
    chart = book.add_chart(options)
    for series in bars or lines:
        add_series(chart, series)
    if bars and lines:
        second = book.add_chart({'type': 'line'})
        for series in lines:
            add_series(second, series)
        if 'secondAxis' in spec:
            second.set_y2_axis(axis_of(spec['secondAxis']))
        chart.combine(second)
    chart.set_title({'name': spec['title']})
    chart.set_y_axis(axis_of(spec['axis']))
    if 'labelEvery' in spec:
        chart.set_x_axis({'interval_unit': spec['labelEvery']})
    chart.set_legend({'position': 'bottom'} if spec['legend'] else {'none': True})
    chart.set_size({'width': placed['width'], 'height': placed['height']})
    sheet.insert_chart(placed['row'], placed['col'], chart, {'description': spec['alt']})


def look(sheet, data):
    for row, height in data['heights']:
        sheet.set_row(row, height)
    for width in data['widths']:
        sheet.set_column(width['col'], width['toCol'], width['width'])
    for column in data['hiddenColumns']:
        sheet.set_column(column, column, None, None, {'hidden': True})
    if 'freeze' in data:
        sheet.freeze_panes(data['freeze']['rows'], data['freeze']['cols'])
    if 'filter' in data:
        sheet.autofilter(*corners(data['filter']))
    if not data['gridlines']:
        sheet.hide_gridlines(2)
    if 'tab' in data:
        sheet.set_tab_color('#' + data['tab'])
    if 'zoom' in data:
        sheet.set_zoom(data['zoom'])
    if 'print' in data:
        setup = data['print']
        sheet.set_paper(9)
        if setup['landscape']:
            sheet.set_landscape()
        if 'area' in setup:
            sheet.print_area(*corners(setup['area']))
        if 'repeat' in setup:
            sheet.repeat_rows(setup['repeat']['from'], setup['repeat']['to'])
        fit = setup['fit']
        if 'scale' in fit:
            sheet.set_print_scale(fit['scale'])
            sheet.set_h_pagebreaks(fit['breaks'])
        else:
            sheet.fit_to_pages(fit['wide'], fit['high'])
        sheet.set_footer(setup['footer'])
    if data['visibility'] == 'veryHidden':
        sheet.hide()


def write_sheet(book, data, formats):
    sheet = book.add_worksheet(data['name'])
    styles = {(row, col): style for row, col, _, _, style, _ in data['cells']} if data['merges'] else {}
    for area in data['merges']:
        sheet.merge_range(*corners(area), '', formats[styles.get((area['row'], area['col']), 0)])
    if 'table' in data:
        sheet.add_table(*corners(data['table']['range']),
                        {'name': data['table']['name'], 'style': 'Table Style Light 1', 'banded_rows': False,
                         'columns': [{'header': header} for header in data['table']['headers']]})
    write_cells(sheet, data['cells'], formats)
    look(sheet, data)
    for rule in data['conditionals']:
        add_conditional(book, sheet, rule)
    for check in data['validations']:
        rule = check['rule']
        options = {'input_title': check['title'][:32], 'input_message': check['message'][:255]}
        if rule['kind'] == 'list':
            options.update(validate='list', source=rule['choices'])
        else:
            options.update(validate='decimal', criteria='between', minimum=rule['min'], maximum=rule['max'])
        sheet.data_validation(*corners(check['range']), options)
    for group in data['sparklines']:
        for item in group['items']:
            sheet.add_sparkline(item['row'], item['col'], {
                'range': item['source'], 'series_color': '#' + group['color'], 'last_point': True,
                'last_color': '#' + group['lastColor']})
    for picture in data['pictures']:
        sheet.insert_image(picture['row'], picture['col'], 'logo.png',
                           {'image_data': io.BytesIO(base64.b64decode(picture['image']))})
    for placed in data['charts']:
        add_chart(book, sheet, placed)


def main(source, target):
    with open(source, encoding='utf-8') as file:
        data = json.load(file)
    start = time.perf_counter()
    book = xlsxwriter.Workbook(target)
    formats = [cell_format(book, style) for style in data['styles']]
    for sheet in data['sheets']:
        write_sheet(book, sheet, formats)
    for name in data['names']:
        book.define_name(name['name'], '=' + name['formula'])
    properties = data['properties']
    book.set_properties({key: properties[key] for key in ('title', 'subject', 'author', 'company', 'keywords')})
    book.close()
    print(time.perf_counter() - start)


main(*sys.argv[1:])
