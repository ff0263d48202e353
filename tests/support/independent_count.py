#!/usr/bin/env python3
"""A second opinion on what an export file holds: an independent count of its figures.

Why: the importer's totals are compared with this count, so nothing here is shared with it, not the
language, not a parser, not a table of headers. Every format has its own plain rule, written from the
file's layout by eye; a cell that a rule does not expect stops the count instead of being guessed at.

What counts: every value an analyst would import, in the unit of its KPI (percentages as fractions,
durations in seconds). Total rows and missing markers are left out; a zero is a value.

  python3 independent_count.py FILE...            one JSON array, one object a file
  python3 independent_count.py --explain FILE...  the same as a table to read

An object: `file`, `status` (`counted`, or `refused` with the reason in `note`), `platform`, `totals` and
`figures` (sum and number of values by KPI), `firstDate`, `lastDate` (`--MM-DD` where the file writes no
year), `asks` (facts that only a person or a sibling file can give), `note`, `unmapped` (header -> sum,
columns without a KPI key), `proposed` (header -> key they could have), `networks` (network -> totals,
where one file holds several) and `tables`: the same counts for each sheet or block, with its `kind`
(`series` by date, `content` by post, `breakdown`) and `splits` (KPI -> dimension -> sum), columns that
divide a figure counted already in the same table.

`totals` never adds the same fact twice: a KPI counts from the series, else from the posts, else from the
first breakdown that has it; shares of an audience add up over all their dimensions.
"""
import codecs
import csv
import datetime
import io
import json
import os
import re
import struct
import sys
import xml.etree.ElementTree as ET
import zipfile

MISSING = {'', '-', '--', '–', 'nan', 'undefined', 'n/a', 'n/d'}
MONTHS = {name: i % 12 + 1 for i, name in enumerate(
    'january february march april may june july august september october november december '
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split())}
# A decimal that a spreadsheet took for a day and month: 3.4 became "3.апр" or "3.abr".
DECIMAL_AS_DATE = re.compile(
    r'^\d{1,2}\.(янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек'
    r'|ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|jan|apr|aug|dec)[a-zа-я]*\.?$', re.I)


class Refused(Exception):
    """The file cannot be imported honestly; the text says why."""


# ------------------------------------------------------------------ files

def read_text(raw):
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode('utf-16')
    try:
        return raw.decode('utf-8-sig')
    except UnicodeDecodeError:
        return raw.decode('cp1252')


def read_delimited(raw):
    text = read_text(raw)
    told = re.match(r'sep=(.)[^\n]*\r?\n', text)
    head = '\n'.join(text.splitlines()[:12])
    delimiter = told.group(1) if told else max(',;\t', key=head.count)
    rows = list(csv.reader(io.StringIO(text[told.end():] if told else text, newline=''), delimiter=delimiter))
    return [[cell.strip().replace('\u00a0', ' ') for cell in row] for row in rows]


def read_xlsx(path):
    main = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    rel = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
    sheets = {}
    with zipfile.ZipFile(path) as archive:
        strings = []
        if 'xl/sharedStrings.xml' in archive.namelist():
            for item in ET.fromstring(archive.read('xl/sharedStrings.xml')).iter(main + 'si'):
                strings.append(''.join(t.text or '' for t in item.iter(main + 't')))
        targets = {r.get('Id'): r.get('Target') for r in ET.fromstring(archive.read('xl/_rels/workbook.xml.rels'))}
        for sheet in ET.fromstring(archive.read('xl/workbook.xml')).iter(main + 'sheet'):
            rows = []
            for row in ET.fromstring(archive.read('xl/' + targets[sheet.get(rel)])).iter(main + 'row'):
                cells = {}
                for cell in row.iter(main + 'c'):
                    column = 0
                    for letter in re.match('[A-Z]+', cell.get('r')).group():
                        column = column * 26 + ord(letter) - 64
                    value = cell.findtext(main + 'v')
                    if cell.get('t') == 's' and value is not None:
                        value = strings[int(value)]
                    elif cell.get('t') == 'inlineStr':
                        value = ''.join(t.text or '' for t in cell.iter(main + 't'))
                    cells[column] = value or ''
                rows.append([cells.get(i, '') for i in range(1, max(cells, default=0) + 1)])
            sheets[sheet.get('name')] = rows
    return sheets


def read_spreadsheetml(raw):
    ss = '{urn:schemas-microsoft-com:office:spreadsheet}'
    sheets = {}
    for sheet in ET.fromstring(raw.strip()).iter(ss + 'Worksheet'):
        rows = []
        for row in sheet.iter(ss + 'Row'):
            cells = []
            for cell in row.iter(ss + 'Cell'):
                cells += [''] * (int(cell.get(ss + 'Index', len(cells) + 1)) - 1 - len(cells))
                cells.append(''.join(''.join(d.itertext()) for d in cell.iter(ss + 'Data')).strip())
            rows.append(cells)
        sheets[sheet.get(ss + 'Name')] = rows
    return sheets


def workbook_stream(raw):
    """The `Workbook` stream of an OLE2 file: sectors chained by the allocation table (MS-CFB)."""
    size = 1 << struct.unpack_from('<H', raw, 30)[0]
    table_count, directory = struct.unpack_from('<II', raw, 44)
    end = 0xFFFFFFFA

    def sector(number):
        return raw[(number + 1) * size:(number + 2) * size]

    table = []
    for number in struct.unpack_from('<109I', raw, 76)[:table_count]:
        table += struct.unpack('<%dI' % (size // 4), sector(number))

    def chain(number):
        parts = []
        while number < end:
            parts.append(sector(number))
            number = table[number]
        return b''.join(parts)

    entries = chain(directory)
    for at in range(0, len(entries), 128):
        length = struct.unpack_from('<H', entries, at + 64)[0]
        name = entries[at:at + max(0, length - 2)].decode('utf-16le')
        start, stream_size = struct.unpack_from('<II', entries, at + 116)
        if name == 'Workbook' and stream_size >= 4096:
            return chain(start)[:stream_size]
    raise LookupError('no workbook stream, or one too small for this reader')


def compressed_number(raw):
    """RK value (MS-XLS 2.5.122): a shortened float or integer, perhaps in hundredths."""
    bits = struct.unpack('<I', raw)[0]
    if bits & 2:
        value = float(struct.unpack('<i', raw)[0] >> 2)
    else:
        value = struct.unpack('<d', b'\0\0\0\0' + struct.pack('<I', bits & 0xFFFFFFFC))[0]
    return value / 100 if bits & 1 else value


def read_xls(raw):
    """BIFF8 cells by sheet. Shared strings have no rule: a file that uses them stops the count, never misleads it."""
    stream, at, order, sheets, cells = workbook_stream(raw), 0, {}, {}, None

    def text(length, wide, body):
        return body[:2 * length].decode('utf-16le') if wide & 1 else body[:length].decode('latin-1')

    while at + 4 <= len(stream):
        kind, length = struct.unpack_from('<HH', stream, at)
        body = stream[at + 4:at + 4 + length]
        if kind == 0x85:  # BOUNDSHEET: where each sheet begins, and its name
            order[struct.unpack_from('<I', body)[0]] = text(body[6], body[7], body[8:])
        elif kind == 0x809 and at in order:  # BOF
            cells = sheets.setdefault(order[at], {})
        elif cells is not None and kind in (0x203, 0x204, 0x27E, 0xBD, 0xFD, 0x06):
            row, column = struct.unpack_from('<HH', body)
            if kind == 0x203:
                cells[row, column] = struct.unpack_from('<d', body, 6)[0]
            elif kind == 0x204:
                cells[row, column] = text(*struct.unpack_from('<HB', body, 6), body[9:])
            elif kind == 0x27E:
                cells[row, column] = compressed_number(body[6:10])
            elif kind == 0xBD:
                for i in range((length - 6) // 6):
                    cells[row, column + i] = compressed_number(body[6 + 6 * i:10 + 6 * i])
            else:
                raise LookupError('a cell kind without a rule: %#x' % kind)
        at += 4 + length
    return {name: [[cells.get((r, c), '') for c in range(max(k[1] for k in cells) + 1)]
                   for r in range(max(k[0] for k in cells) + 1)] if cells else []
            for name, cells in sheets.items()}


# ------------------------------------------------------------------ values

def missing(cell):
    return isinstance(cell, str) and cell.strip().lower() in MISSING


def number(cell, unit):
    """The value of one cell in its KPI's unit. Units: n as written, % per cent, h hours, t h:mm:ss, ms."""
    if isinstance(cell, str) and unit == 't':
        seconds = 0.0
        for part in cell.split(':'):
            seconds = seconds * 60 + float(part)
        return seconds
    if isinstance(cell, str) and cell.endswith('%'):
        cell, unit = cell[:-1], '%'
    scale = {'n': 1, '%': 0.01, 'h': 3600, 't': 1, 'ms': 0.001}[unit]
    return float(cell) * scale


def iso(text):
    """ISO date of a cell; `--MM-DD` where it has no year."""
    text = str(text).strip()
    found = re.match(r'(\d{4})[-/]?(\d{2})[-/]?(\d{2})', text)
    if found:
        return '-'.join(found.groups())
    found = re.match(r'(\d{2})/(\d{2})/(\d{4})', text)  # Meta and LinkedIn: month first, in every language
    if found:
        return '%s-%s-%s' % (found.group(3), found.group(1), found.group(2))
    if re.match(r'\d{5}(\.0)?$', text):  # serial day of the 1900 system
        return (datetime.date(1899, 12, 30) + datetime.timedelta(int(float(text)))).isoformat()
    words = re.sub(r'^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ', '', text.lower()).replace(',', ' ').split()
    words = [w for w in words if w != 'de']
    month = next((m for w in words for name, m in MONTHS.items() if len(w) > 2 and name.startswith(w)), None)
    digits = [w for w in words if w.isdigit()]
    if not month or not digits:
        raise ValueError('not a date: %r' % text)
    year = next((d for d in digits if len(d) == 4), None)
    day = next(d for d in digits if len(d) < 3)
    return '%s-%02d-%02d' % (year or '-', month, int(day))


class Table:
    """The counts of one sheet or block."""

    def __init__(self, name, kind, network=None):
        self.name, self.kind, self.network = name, kind, network
        self.rows, self.dates = 0, []
        self.totals, self.figures, self.splits, self.unmapped, self.proposed = {}, {}, {}, {}, {}

    def add(self, header, rule, cell):
        """`rule`: `kpi [unit]`, `kpi/dimension [unit]` (divides another column), `?proposed_key [unit]`."""
        key, unit = re.match(r'(.*?)(?: (n|%|h|t|ms))?$', rule).groups()
        if missing(cell):
            return False
        value = number(cell, unit or 'n')
        if key.startswith('?'):
            self.unmapped[header] = self.unmapped.get(header, 0) + value
            self.proposed[header] = key[1:]
        elif '/' in key:
            kpi, dimension = key.split('/')
            split = self.splits.setdefault(kpi, {})
            split[dimension] = split.get(dimension, 0) + value
        else:
            self.totals[key] = self.totals.get(key, 0) + value
            self.figures[key] = self.figures.get(key, 0) + 1
        return True

    def count(self, header, rows, rules, date=None):
        """Counts `rows`. A header without a rule stops the count; an empty rule is a label."""
        unknown = [h for h in header if h not in rules]
        if unknown:
            raise LookupError('no rule for the columns %s' % unknown)
        for row in rows:
            if not any(not missing(c) for c in row):
                continue
            self.rows += 1
            found = [self.add(h, rules[h], c) for h, c in zip(header, row) if rules[h]]
            if date is not None and any(found):
                cell = date(row) if callable(date) else row[header.index(date)]
                if not missing(cell):
                    self.dates.append(iso(cell))
        return self

    def span(self):
        # Rows without a year are in order as written; everything else is sorted.
        dates = self.dates if any(d.startswith('--') for d in self.dates) else sorted(self.dates)
        return (dates[0], dates[-1]) if dates else (None, None)


# ------------------------------------------------------------------ rules: files of one table

def rules(text):
    """`Header = rule` between bars; a header alone is a label."""
    parts = (part.partition(' = ') for part in text.split('|'))
    return {header.strip(): rule.strip() for header, _, rule in parts}


SEARCH_EN = ' | Clicks = clicks | Impressions = impressions | CTR = click_through_rate | Position = search_position'
SEARCH_ES = ' | Clics = clicks | Impresiones = impressions | CTR = click_through_rate | Posición = search_position'

# (platform, kind, dimension, date column, what to ask, rules). The set of headers decides.
FLAT = [
    ('discord', 'breakdown', 'source', 'interval_start_timestamp', [],
     'interval_start_timestamp | discovery_joins = new_members | invites = new_members | vanity_joins = new_members'),
    ('discord', 'series', None, 'interval_start_timestamp', [], """interval_start_timestamp | messages = messages
        | messages_per_communicator = messages_per_communicator"""),
    ('discord', 'series', None, 'interval_start_timestamp', [],
     'interval_start_timestamp | new_members = new_members | pct_retained = member_retention %'),
    ('discord', 'series', None, 'interval_start_timestamp', [],
     'interval_start_timestamp | total_membership = members'),
    ('discord', 'breakdown', 'platform', 'interval_start_timestamp', [],
     'interval_start_timestamp | platform | participators = active_members'),
    ('discord', 'breakdown', 'channel', 'interval_start_timestamp', [], """interval_start_timestamp | channel_name
        | channel_id | readers = viewers | chatters = communicators | messages = messages"""),
    ('google-search', 'series', None, 'Date', [], 'Date' + SEARCH_EN),
    ('google-search', 'series', None, 'Fecha', [], 'Fecha' + SEARCH_ES),
    ('google-search', 'breakdown', 'country', None, ['period'], 'Country' + SEARCH_EN),
    ('google-search', 'breakdown', 'country', None, ['period'], 'País' + SEARCH_ES),
    ('google-search', 'breakdown', 'query', None, ['period'], 'Top queries' + SEARCH_EN),
    ('google-search', 'breakdown', 'query', None, ['period'], 'Consultas principales' + SEARCH_ES),
    ('google-search', 'metadata', None, None, [], 'Filter | Value'),
    ('google-search', 'metadata', None, None, [], 'Filtrar | Valor'),
    ('instagram', 'content', None, 'Publish time', [], """Post ID | Account ID | Account username | Account name
        | Description | Duration (sec) | Publish time | Permalink | Post type | Data comment | Date | Views = views
        | Reach = reach | Likes = likes | Shares = shares | Comments = comments | Saves = saves
        | Follows = new_followers"""),
    ('tiktok', 'series', None, 'Date', ['year'], """Date | Video Views = video_views | Profile Views = profile_visits
        | Likes = likes | Comments = comments | Shares = shares"""),
    ('tiktok', 'series', None, 'Date', ['year'],
     'Date | Followers = followers | Difference in followers from previous day = net_follower_growth'),
    ('tiktok', 'content', None, 'Post time', [], """Time | Video title | Video link | Post time | Total likes = likes
        | Total comments = comments | Total shares = shares | Total views = video_views"""),
    ('tiktok', 'breakdown', 'gender', None, ['period'], 'Gender | Distribution = audience_share'),
    ('tiktok', 'series', None, 'Date', [], """Date | Video views = video_views | Reached audience = reach
        | Profile views = profile_visits | Likes = likes | Shares = shares | Comments = comments
        | Phone number clicks = phone_clicks | Leads submission = leads | Net growth = net_follower_growth
        | New followers = new_followers | Lost followers = lost_followers"""),
    ('x', 'series', None, 'Date', [], """Date | Impressions = impressions | Likes = likes | Engagements = interactions
        | Bookmarks = saves | Shares = shares | New follows = new_followers | Unfollows = lost_followers
        | Replies = replies | Reposts = reposts | Profile visits = profile_visits | Create Post = posts_published
        | Video views = video_views | Media views = media_views"""),
    ('youtube', 'series', None, 'Date', [], 'Date | Engaged views = engaged_views'),
    ('youtube', 'content', None, 'Video publish time', [], """Content | Video title | Video publish time | Duration
        | Engaged views = engaged_views | Subscribers = new_subscribers
        | Average percentage viewed (%) = average_percentage_viewed % | Impressions = impressions
        | Impressions click-through rate (%) = impressions_click_through_rate % | Unique viewers = viewers
        | Average views per viewer = ?average_views_per_viewer | Returning viewers = returning_viewers
        | Shares = shares | Subscribers gained = subscribers_gained | Subscribers lost = lost_subscribers
        | Likes = likes | Dislikes = dislikes | Likes (vs. dislikes) (%) = ?like_ratio % | Comments added = comments
        | Views = video_views | Watch time (hours) = watch_time h | Average view duration = average_view_duration t"""),
    ('youtube', 'breakdown', 'age', None, ['period'], """Viewer age | Views (%) = audience_share %
        | Average view duration = average_view_duration t
        | Average percentage viewed (%) = average_percentage_viewed %
        | Watch time (hours) (%) = ?watch_time_share %"""),
]


def count_flat(name, data):
    for platform, kind, dimension, date, asks, text in FLAT:
        known = rules(text)
        if set(known) == set(data[0]):
            break
    else:
        raise LookupError('no rule for the headers %s' % data[0])
    header, body = data[0], data[1:]
    if 'Content' in known and 'Video title' in known:
        body = [row for row in body if row[0] != 'Total']
    if 'Followers' in known:  # no stock, no difference: those days are before the account's record
        body = [row for row in body if not missing(row[1])]
    if 'Video link' in known:  # the day is written, the year is in the video's id (seconds since 1970, shifted)
        def date(row):
            posted = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=int(row[2].rsplit('/', 1)[1]) >> 32)
            written = iso(row[3])
            return min((str(posted.year + d) + written[1:] for d in (-1, 0, 1)), key=lambda day: abs(
                datetime.datetime.fromisoformat(day) - posted))
    table = Table(name if not dimension else '%s by %s' % (name, dimension), kind)
    return platform, asks, [table.count(header, body, known, date)]


# ------------------------------------------------------------------ rules: Meta Business Suite, many titled tables

META_TITLES = {
    'facebook reach': ('facebook', 'reach'), 'instagram reach': ('instagram', 'reach'), 'alcance': ('meta', 'reach'),
    'views': ('meta', 'views'), 'viewers': ('meta', 'viewers'), 'follows': ('meta', 'new_followers'),
    'instagram link clicks': ('instagram', 'link_clicks'),
    'content interactions': ('meta', 'interactions'), 'published content': ('meta', 'posts_published'),
}
META_AUDIENCE = {
    'age & gender': 'age and gender', 'faixa etária e gênero': 'age and gender', 'top cities': 'city',
    'principais cidades': 'city', 'top countries': 'country', 'principais países': 'country',
}


def count_meta(name, data):
    """Blocks under one-cell titles: a daily series, or names in one row and values in the next."""
    tables, asks, block = [], [], []
    for row in data + [[]]:
        if any(row):
            block.append(row)
            continue
        if block:
            title, head, body = block[0][0], block[1], block[2:]
            network, kpi = META_TITLES.get(title.lower(), ('meta', 'audience_share'))
            if head[1:2] == ['Primary']:
                table = Table(title, 'series', network)
                table.count(head[:2], body, {head[0]: '', 'Primary': kpi}, head[0])
            else:
                dimension = META_AUDIENCE.get(title.lower(), 'content type')
                known = dict.fromkeys(head, kpi + (' %' if kpi == 'audience_share' else ''))
                if head[0] == '':  # a crosstab: the first column names the rows
                    known[''] = ''
                table = Table('%s by %s' % (title, dimension), 'breakdown', network).count(head, body, known)
                asks.append('period')
            if network == 'meta':
                asks.append('network')
            tables.append(table)
        block = []
    networks = {t.network for t in tables}
    return networks.pop() if len(networks) == 1 else 'meta', sorted(set(asks)), tables


# ------------------------------------------------------------------ rules: GA4, blocks under # lines

GA4_MEASURES = {
    'users': 'users', 'usuarios': 'users', 'total users': 'users', 'new users': 'new_users',
    'usuarios nuevos': 'new_users', 'sessions': 'sessions', 'sesiones': 'sessions', 'views': 'page_views',
    'vistas': 'page_views', 'event count': 'events_count', 'número de eventos': 'events_count',
    'conversions': 'web_conversions', 'conversiones': 'web_conversions', 'total revenue': 'revenue',
    'total de ingresos': 'revenue', 'purchase revenue': 'revenue', 'transactions': '?transactions',
    'average engagement time': 'visit_time', 'tiempo de interacción medio': 'visit_time',
    'average engagement time per session': 'visit_time', 'items purchased': '?items_purchased',
    'artículos comprados': '?items_purchased',
    '1 day': 'active_users', '1 día': 'active_users',
    '7 days': '?active_users_7_days', '7 días': '?active_users_7_days',
    '30 days': '?active_users_28_days', '30 días': '?active_users_28_days',
}
GA4_DIMENSIONS = {
    'landing page': 'landing page', 'app-instance id': 'user', 'stream name': '', 'namespace id': '',
    'first user default channel group': 'first channel',
    'primer grupo de canales predeterminado del usuario': 'first channel',
    'session default channel group': 'channel', 'grupo de canales predeterminado de la sesión': 'channel',
    'country': 'country', 'país': 'country', 'page title and screen class': 'page', 'event name': 'event',
    'título de página y clase de pantalla': 'page', 'nombre del evento': 'event', 'item name': 'item',
    'nombre del artículo': 'item', 'platform': 'platform', 'plataforma': 'platform',
}


def count_ga4(name, data):
    tables, start, end, block, left = [], None, None, [], []
    for row in data + [[]]:
        if row and row[0].startswith('#'):
            found = re.search(r': (\d{8})$', row[0]) or re.search(r'# (\d{8})-(\d{8})$', row[0])
            if found and len(found.groups()) == 2:
                start, end = (datetime.datetime.strptime(d, '%Y%m%d').date() for d in found.groups())
            elif found:
                day = datetime.datetime.strptime(found.group(1), '%Y%m%d').date()
                if 'start' in row[0].lower() or 'inicio' in row[0].lower():
                    start = day
                else:
                    end = day
            continue
        if any(row):
            block.append(row)
            continue
        if block:
            head, body = [h.lower() for h in block[0]], block[1:]
            if head[0] in ('country id', 'id del país'):
                left.append('"%s" repeats the next table by country code' % block[0][0])
            elif head[0] in ('date', 'fecha'):
                left.append('the weekly retention grid (-1 is "not yet") holds no KPI')
            elif head[0] in ('nth day', 'día n'):
                table = Table(' · '.join(block[0][1:]), 'series')
                table.count(head, body, {head[0]: ''} | {h: GA4_MEASURES[h] for h in head[1:]},
                            lambda row, first=start: (first + datetime.timedelta(int(row[0]))).isoformat())
                tables.append(table)
            else:
                # The grand total carries its label in an extra last cell and no members.
                body = [row for row in body if row[-1] not in ('Grand total', 'Total general')]
                dimension = GA4_DIMENSIONS[head[0]]
                measures = ' · '.join(h for h in block[0] if h.lower() in GA4_MEASURES)
                table = Table('%s by %s' % (measures, dimension), 'breakdown')
                known = {**dict.fromkeys(GA4_DIMENSIONS, ''), **GA4_MEASURES}
                table.count(head, body, {h: known[h] for h in head if h in known})
                table.dates = [start.isoformat(), end.isoformat()] if table.rows else []
                tables.append(table)
        block = []
    return 'web', [], tables, '; '.join(left)


# ------------------------------------------------------------------ rules: workbooks

def count_facebook_old(sheets):
    labels = dict.fromkeys(('Description', 'Post ID', 'Permalink', 'Post Message', 'Type', 'Countries', 'Languages',
                            'Posted', 'Audience Targeting'), '')
    tables = []
    for name, rows in sheets.items():
        header, body = rows[0], rows[1:]
        if name == 'Key Metrics':  # row 2 describes; it alone tells people from counts under one header
            header = [h + (' [people]' if 'Unique Users' in about else ' [times]' if about else '')
                      for h, about in zip(header, rows[1])]
            body = rows[2:]
            known = labels | rules("""Lifetime Post Total Reach [people] = reach
                | Lifetime Post organic reach [people] = reach/paid
                | Lifetime Post Paid Reach [people] = reach/paid
                | Lifetime Post Total Impressions [times] = impressions
                | Lifetime Post Organic Impressions [times] = impressions/paid
                | Lifetime Post Paid Impressions [times] = impressions/paid
                | Lifetime Engaged Users [people] = ?engaged_users
                | Lifetime Matched Audience Targeting Consumers on Post [people] = ?clickers
                | Lifetime Matched Audience Targeting Consumptions on Post [times] = clicks
                | Lifetime Negative Feedback from Users [people] = ?negative_feedback_users
                | Lifetime Negative Feedback [times] = negative_feedback
                | Lifetime Post Impressions by people who have liked your Page [times] = ?impressions_of_followers
                | Lifetime Post reach by people who like your Page [people] = ?reach_of_followers
                | Lifetime Post Paid Impressions by people who have liked your Page [times] = ?paid_impressions_of_followers
                | Lifetime Paid reach of a post by people who like your Page [people] = ?paid_reach_of_followers
                | Lifetime People who have liked your Page and engaged with your post [people] = ?engaged_followers
                | Lifetime Organic views to 95% [people] = ?complete_viewers
                | Lifetime Organic views to 95% [times] = ?complete_views
                | Lifetime Paid views to 95% [people] = ?paid_complete_viewers
                | Lifetime Paid views to 95% [times] = ?paid_complete_views
                | Lifetime Organic Video Views [people] = ?video_viewers
                | Lifetime Organic Video Views [times] = video_views
                | Lifetime Paid Video Views [people] = ?paid_video_viewers
                | Lifetime Paid Video Views [times] = ?paid_video_views
                | Lifetime Average time video viewed [times] = average_view_duration ms
                | Lifetime Video length [times]""")
        elif 'Stories' in name:  # "stories by action type": times, not people
            known = labels | {'share': 'shares', 'like': 'likes', 'comment': 'comments'}
        elif 'Talking About' in name:  # the same actions, as people
            known = labels | dict.fromkeys(('share', 'like', 'comment'), 'talking_about')
        elif 'Consumptions' in name:  # clicks by type: a division of the clicks above
            known = labels | dict.fromkeys(('other clicks', 'photo view', 'video play'), 'clicks/click type')
            known['link clicks'] = 'link_clicks'
        elif 'Consumers' in name:
            known = labels | {'other clicks': '?other_clickers', 'photo view': '?photo_viewers',
                              'link clicks': '?link_clickers', 'video play': '?video_players'}
        else:
            known = labels | {h: 'negative_feedback/type' for h in ('hide_all_clicks', 'hide_clicks')}
        tables.append(Table(name, 'content').count(header, body, known, 'Posted'))
    return 'facebook', [], tables, 'six posts in Key Metrics, seven in the other sheets'


def count_linkedin(sheets):
    tables, period = [], None
    for name, rows in sheets.items():
        if name == 'Visitor metrics':
            known = {'Date': ''}
            for what, kpi in (('page views', 'page_views'), ('unique visitors', 'unique_visitors')):
                for area in ('Overview', 'Life', 'Jobs', 'Total'):
                    known['%s %s (total)' % (area, what)] = kpi if area == 'Total' else kpi + '/section'
                    for device in ('desktop', 'mobile'):
                        split = '/device' if area == 'Total' else '/section and device'
                        known['%s %s (%s)' % (area, what, device)] = kpi + split
            table = Table(name, 'series').count(rows[0], rows[1:], known, 'Date')
            period = table.span()
        elif name == 'Update metrics (aggregated)':  # row 1 is a sentence
            known = {'Date': '', 'Unique impressions (organic)': 'reach'}
            for what, kpi in (('Impressions', 'impressions'), ('Clicks', 'clicks'), ('Reactions', 'reactions'),
                              ('Comments', 'comments'), ('Shares', 'shares'), ('Engagement rate', 'engagement_rate')):
                known['%s (total)' % what] = kpi
                for paid in ('organic', 'sponsored'):
                    known['%s (%s)' % (what, paid)] = kpi + '/paid'
            table = Table(name, 'series').count(rows[1], rows[2:], known, 'Date')
        elif name == 'Update Engagement':
            table = Table(name, 'content').count(rows[1], rows[2:], rules("""
                Update title | Update link | Update type | Campaign name | Posted by | Created date
                | Campaign start date | Campaign end date | Audience | Impressions = impressions
                | Video views = video_views | Clicks = clicks
                | Click through rate (CTR) = click_through_rate | Likes = likes | Comments = comments
                | Shares = shares | Follows = new_followers | Engagement rate = engagement_rate"""), 'Created date')
        else:
            table = Table('%s by %s' % (rows[0][1], name.lower()), 'breakdown')
            table.count(rows[0], rows[1:], {rows[0][0]: '', 'Total views': 'page_views'})
            table.dates = list(period)
        tables.append(table)
    return 'linkedin', [], tables


def count_meta_ads(sheets):
    rows = sheets['Raw Data Report']
    table = Table('Raw Data Report by region', 'breakdown')
    table.count(rows[0], [r for r in rows[1:] if r[0]], rules("""
                Account name | Region | Month | Reach = reach | Impressions = impressions
                | Frequency = frequency | Currency | Amount spent (UAH) = ad_spend | Attribution setting
                | Reporting starts | Reporting ends"""), lambda row: row[2])
    # A month is written as its first and last day.
    table.dates += [row[2].split(' - ')[1] for row in rows[1:] if row[0]]
    return 'meta-ads', ['currency'], [table], 'row 2 is an unlabelled total; amounts in UAH'


# ------------------------------------------------------------------ one file

def dispatch(path):
    with open(path, 'rb') as file:
        raw = file.read()
    stem = os.path.splitext(os.path.basename(path))[0]
    if raw.startswith(b'\xd0\xcf\x11\xe0'):
        return count_linkedin(read_xls(raw))
    if raw.startswith(b'PK'):
        return count_meta_ads(read_xlsx(path))
    if raw.lstrip().startswith(b'<?xml'):
        return count_facebook_old(read_spreadsheetml(raw))
    data = read_delimited(raw)
    # A Cyrillic code page cannot be told from a Western one: both readings of the month are tried.
    turned = next((cell for row in data for cell in row if any(
        DECIMAL_AS_DATE.match(c) for c in (cell, cell.encode('cp1252', 'ignore').decode('cp1251', 'ignore')))), None)
    if turned:
        raise Refused('decimals turned into dates by a spreadsheet (%s): export again, do not open it first' % turned)
    if data[0][0].startswith('#'):
        return count_ga4(stem, data)
    if data[0][0].lower() in META_TITLES or data[0][0].lower() in META_AUDIENCE:
        return count_meta(stem, data)
    return count_flat(stem, data)


def tidy(sums):
    """Sums without the dust of binary addition, which is far below any unit that matters."""
    return {key: round(value, 9) if value % 1 else int(value) for key, value in sums.items()}


def headline(tables):
    """File totals: each KPI from the best kind of table that has it (see the head of this file)."""
    totals, figures = {}, {}
    for kind in ('series', 'content', 'breakdown'):
        earlier = set(totals)
        for table in (t for t in tables if t.kind == kind):
            for key in table.totals:
                again = kind == 'breakdown' and key != 'audience_share' and key in totals
                if key not in earlier and not again:
                    totals[key] = totals.get(key, 0) + table.totals[key]
                    figures[key] = figures.get(key, 0) + table.figures[key]
    return totals, figures


def count_file(path):
    result = {'file': os.path.basename(path), 'status': 'counted', 'platform': None, 'totals': {}, 'figures': {},
              'firstDate': None, 'lastDate': None, 'asks': [], 'note': '', 'unmapped': {}, 'proposed': {},
              'tables': []}
    try:
        platform, asks, tables, note = (*dispatch(path), '')[:4]
    except Refused as reason:
        return {**result, 'status': 'refused', 'note': str(reason)}
    totals, figures = headline(tables)
    spans = [t.span() for t in tables if t.dates]
    result.update(platform=platform, totals=tidy(totals), figures=figures, asks=asks, note=note)
    if spans:
        result.update(firstDate=min(s[0] for s in spans), lastDate=max(s[1] for s in spans))
    if len({t.network for t in tables}) > 1:
        result['networks'] = {network: tidy(headline([t for t in tables if t.network == network])[0])
                              for network in sorted({t.network for t in tables})}
    for table in tables:
        for header, value in table.unmapped.items():
            result['unmapped'][header] = result['unmapped'].get(header, 0) + value
        result['proposed'].update(table.proposed)
        first, last = table.span()
        result['tables'].append({
            'name': table.name, 'kind': table.kind, 'network': table.network or platform, 'rows': table.rows,
            'totals': tidy(table.totals), 'figures': table.figures, 'splits': {k: tidy(v) for k, v in table.splits.items()},
            'unmapped': tidy(table.unmapped), 'firstDate': first, 'lastDate': last})
    result['unmapped'] = tidy(result['unmapped'])
    return result


def explain(result):
    asks = '  asks ' + ', '.join(result['asks']) if result['asks'] else ''
    print('%s: %s %s  %s to %s%s' % (result['file'], result['status'], result['platform'] or '',
                                     result['firstDate'], result['lastDate'], asks))
    if result['note']:
        print('  note: ' + result['note'])
    for table in result['tables']:
        print('  %s (%s, %d rows, %s to %s)' % (table['name'], table['kind'], table['rows'],
                                                table['firstDate'], table['lastDate']))
        for key, value in table['totals'].items():
            print('    %-34s %18s  in %d' % (key, value, table['figures'][key]))
        for key, split in table['splits'].items():
            for dimension, value in split.items():
                print('    %-34s %18s  divides the above or another table' % (key + ' / ' + dimension, value))
        for header, value in table['unmapped'].items():
            print('    (no KPI) %s: %s' % (header, value))


def main(arguments):
    paths = [a for a in arguments if not a.startswith('--')]
    if not paths or set(arguments) - set(paths) - {'--explain'}:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        results = [count_file(path) for path in paths]
    except LookupError as unknown:  # a format nobody has written a rule for is no finding about the file
        print(unknown, file=sys.stderr)
        return 1
    if '--explain' in arguments:
        for result in results:
            explain(result)
    else:
        print(json.dumps(results, ensure_ascii=False, indent=1))
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
