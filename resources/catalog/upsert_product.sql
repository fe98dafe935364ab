-- One product row; the barcodes and the search row are replaced beside it.
INSERT INTO product (
    product_id, category_id, favourite, name_zh_hans, name_zh_hant, name_en, price_minor,
    style_id, has_away_rate, doc
)
VALUES (
    :product_id, :category_id, :favourite, :name_zh_hans, :name_zh_hant, :name_en, :price_minor,
    :style_id, :has_away_rate, :doc
)
ON CONFLICT (product_id) DO UPDATE SET
    category_id = excluded.category_id, favourite = excluded.favourite,
    name_zh_hans = excluded.name_zh_hans, name_zh_hant = excluded.name_zh_hant, name_en = excluded.name_en,
    price_minor = excluded.price_minor, style_id = excluded.style_id,
    has_away_rate = excluded.has_away_rate, doc = excluded.doc
RETURNING num
