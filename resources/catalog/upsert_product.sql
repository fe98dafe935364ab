-- One product row; the barcodes and the search row are replaced beside it.
INSERT INTO product (product_id, category_id, favourite, name_zh_hans, name_zh_hant, name_en, price_minor, doc)
VALUES (:product_id, :category_id, :favourite, :name_zh_hans, :name_zh_hant, :name_en, :price_minor, :doc)
ON CONFLICT (product_id) DO UPDATE SET
    category_id = excluded.category_id, favourite = excluded.favourite,
    name_zh_hans = excluded.name_zh_hans, name_zh_hant = excluded.name_zh_hant, name_en = excluded.name_en,
    price_minor = excluded.price_minor, doc = excluded.doc
RETURNING num
