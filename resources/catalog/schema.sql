-- The catalog file: products, categories and campaigns of one store, and the search index.
-- The central API makes the file, the till reads it and keeps it up to date from the feed "catalog";
-- both run these statements, so that there is one description of the file. No personal data in it.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- meta: version, cursor, store, tenant, made_ms

CREATE TABLE product (
    num INTEGER PRIMARY KEY,
    product_id TEXT NOT NULL UNIQUE,
    category_id TEXT NOT NULL,
    favourite INTEGER NOT NULL,
    name_zh_hans TEXT NOT NULL,
    name_zh_hant TEXT NOT NULL,
    name_en TEXT NOT NULL,
    price_minor INTEGER NOT NULL,
    style_id TEXT, -- of the grid of sizes and colours in which it stands
    has_away_rate INTEGER NOT NULL, -- 1: another tax rate when it is taken away
    doc TEXT NOT NULL
) STRICT;
CREATE INDEX product_category ON product (category_id, favourite);
CREATE INDEX product_style ON product (style_id, num) WHERE style_id IS NOT NULL;
CREATE INDEX product_away ON product (num) WHERE has_away_rate = 1;

-- What stands on a tile: of a style one variant for all, its best seller, else its first.
CREATE VIEW best_tile AS SELECT p.num, p.category_id, p.favourite, p.doc FROM product p
WHERE p.favourite > 0 AND (p.style_id IS NULL OR NOT EXISTS (
    SELECT 1 FROM product q
    WHERE q.style_id = p.style_id AND q.favourite > 0 AND (q.favourite, q.num) < (p.favourite, p.num)
));
CREATE VIEW other_tile AS SELECT p.num, p.category_id, p.favourite, p.doc FROM product p
WHERE p.favourite = 0 AND (p.style_id IS NULL OR NOT EXISTS (
    SELECT 1 FROM product q WHERE q.style_id = p.style_id AND (q.favourite > 0 OR q.num < p.num)
));

CREATE TABLE barcode (
    code TEXT NOT NULL,
    num INTEGER NOT NULL,
    PRIMARY KEY (code, num)
) STRICT, WITHOUT ROWID;
CREATE INDEX barcode_num ON barcode (num);

CREATE TABLE category (category_id TEXT PRIMARY KEY, position INTEGER NOT NULL, doc TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE campaign (campaign_id TEXT PRIMARY KEY, doc TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE product_search USING fts5 (
    name_terms, pinyin, initials, code,
    content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);
