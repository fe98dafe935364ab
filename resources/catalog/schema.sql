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
    doc TEXT NOT NULL
) STRICT;
CREATE INDEX product_category ON product (category_id, favourite);

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
