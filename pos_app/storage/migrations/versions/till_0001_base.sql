CREATE TABLE basket (
	place INTEGER NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_basket PRIMARY KEY (place),
	CONSTRAINT ck_basket_one CHECK (place = 1)
)
 STRICT;
CREATE TABLE campaign_use_level (
	rule_id TEXT NOT NULL,
	times INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_campaign_use_level PRIMARY KEY (rule_id)
)
 STRICT;
CREATE TABLE cell_name (
	dimension TEXT NOT NULL,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	CONSTRAINT pk_cell_name PRIMARY KEY (dimension, "key")
)
 STRICT;
CREATE TABLE cells_progress (
	place INTEGER NOT NULL,
	incarnation INTEGER NOT NULL,
	through_seq INTEGER NOT NULL,
	shifts TEXT NOT NULL,
	CONSTRAINT pk_cells_progress PRIMARY KEY (place),
	CONSTRAINT ck_cells_progress_one CHECK (place = 1)
)
 STRICT;
CREATE TABLE chain_place (
	store_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	name TEXT NOT NULL,
	address TEXT NOT NULL,
	latitude_e6 INTEGER,
	longitude_e6 INTEGER,
	region TEXT NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_chain_place PRIMARY KEY (store_id)
)
 STRICT;
CREATE TABLE code_replay (
	alias TEXT NOT NULL,
	nonce TEXT NOT NULL,
	seen_ms INTEGER NOT NULL,
	CONSTRAINT pk_code_replay PRIMARY KEY (alias, nonce)
)
 STRICT;
CREATE INDEX ix_code_replay_seen_ms ON code_replay (seen_ms);
CREATE TABLE coupon_blank (
	coupon_id TEXT NOT NULL,
	campaign_id TEXT NOT NULL,
	code TEXT NOT NULL,
	short_code TEXT NOT NULL,
	from_minor INTEGER NOT NULL,
	days INTEGER NOT NULL,
	use_until_ms INTEGER NOT NULL,
	expires_ms INTEGER NOT NULL,
	use TEXT NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_coupon_blank PRIMARY KEY (coupon_id)
)
 STRICT;
CREATE INDEX ix_coupon_blank_campaign_id_use_until_ms ON coupon_blank (campaign_id, use_until_ms);
CREATE TABLE coupon_issue (
	coupon_id TEXT NOT NULL,
	sale_id TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	campaign_id TEXT NOT NULL,
	code TEXT NOT NULL,
	short_code TEXT NOT NULL,
	expires_ms INTEGER NOT NULL,
	CONSTRAINT pk_coupon_issue PRIMARY KEY (coupon_id)
)
 STRICT;
CREATE INDEX ix_coupon_issue_sale_id ON coupon_issue (sale_id);
CREATE TABLE customer_order (
	order_id TEXT NOT NULL,
	number TEXT NOT NULL,
	state TEXT NOT NULL,
	masked_name TEXT NOT NULL,
	phone_last4 TEXT NOT NULL,
	promised_ms INTEGER NOT NULL,
	to_put_back INTEGER DEFAULT 0 NOT NULL,
	platform_code TEXT DEFAULT '' NOT NULL,
	doc TEXT NOT NULL,
	touched_incarnation INTEGER DEFAULT 0 NOT NULL,
	touched_seq INTEGER DEFAULT 0 NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_customer_order PRIMARY KEY (order_id)
)
 STRICT;
CREATE INDEX ix_customer_order_platform_code ON customer_order (platform_code);
CREATE INDEX ix_customer_order_state_promised_ms ON customer_order (state, promised_ms);
CREATE INDEX ix_customer_order_to_put_back ON customer_order (to_put_back);
CREATE TABLE feed_row (
	kind TEXT NOT NULL,
	"key" TEXT NOT NULL,
	digest TEXT NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_feed_row PRIMARY KEY (kind, "key")
)
 STRICT;
CREATE TABLE goods_transfer (
	transfer_id TEXT NOT NULL,
	from_store TEXT NOT NULL,
	to_store TEXT NOT NULL,
	sent_ms INTEGER NOT NULL,
	sent_by TEXT NOT NULL,
	note TEXT NOT NULL,
	lines TEXT NOT NULL,
	arrived INTEGER NOT NULL,
	own_seq INTEGER,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_goods_transfer PRIMARY KEY (transfer_id)
)
 STRICT;
CREATE TABLE issuer_keys (
	place INTEGER NOT NULL,
	version INTEGER NOT NULL,
	document TEXT NOT NULL,
	signature TEXT NOT NULL,
	CONSTRAINT pk_issuer_keys PRIMARY KEY (place),
	CONSTRAINT ck_issuer_keys_one CHECK (place = 1)
)
 STRICT;
CREATE TABLE journal (
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	id TEXT NOT NULL,
	terminal TEXT NOT NULL,
	type TEXT NOT NULL,
	version INTEGER NOT NULL,
	wall_ms INTEGER NOT NULL,
	mono_ms INTEGER NOT NULL,
	actor TEXT NOT NULL,
	prev_hash TEXT NOT NULL,
	body TEXT NOT NULL,
	personal TEXT,
	salt TEXT,
	body_hash TEXT NOT NULL,
	personal_hash TEXT,
	hash TEXT NOT NULL,
	CONSTRAINT pk_journal PRIMARY KEY (incarnation, seq),
	CONSTRAINT ck_journal_seq CHECK (seq >= 1),
	CONSTRAINT uq_journal_id UNIQUE (id)
)
 STRICT;
CREATE INDEX ix_journal_type_seq ON journal (type, seq);
CREATE TABLE kept_report (
	asked TEXT NOT NULL,
	doc BLOB NOT NULL,
	heard_ms INTEGER NOT NULL,
	CONSTRAINT pk_kept_report PRIMARY KEY (asked)
)
 STRICT;
CREATE INDEX ix_kept_report_heard_ms ON kept_report (heard_ms);
CREATE TABLE member (
	member_id TEXT NOT NULL,
	alias TEXT NOT NULL,
	masked_name TEXT NOT NULL,
	phone_mac TEXT NOT NULL,
	phone_last4 TEXT NOT NULL,
	tier TEXT NOT NULL,
	points INTEGER NOT NULL,
	coupons INTEGER NOT NULL,
	first_purchase INTEGER NOT NULL,
	uses TEXT NOT NULL,
	seen_through INTEGER,
	principal_minor INTEGER DEFAULT 0 NOT NULL,
	bonus_minor INTEGER DEFAULT 0 NOT NULL,
	merged TEXT NOT NULL,
	card_number TEXT NOT NULL,
	initials TEXT NOT NULL,
	birthday TEXT NOT NULL,
	visited_ms INTEGER NOT NULL,
	spent_minor INTEGER NOT NULL,
	expiring_points INTEGER DEFAULT 0 NOT NULL,
	expires_ms INTEGER DEFAULT 0 NOT NULL,
	preferences TEXT NOT NULL,
	note TEXT NOT NULL,
	consents TEXT NOT NULL,
	own_seq INTEGER,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_member PRIMARY KEY (member_id)
)
 STRICT;
CREATE INDEX ix_member_alias ON member (alias);
CREATE INDEX ix_member_card_number ON member (card_number);
CREATE INDEX ix_member_initials ON member (initials);
CREATE INDEX ix_member_phone_last4 ON member (phone_last4);
CREATE INDEX ix_member_phone_mac ON member (phone_mac);
CREATE TABLE member_alias (
	alias TEXT NOT NULL,
	merged_id TEXT NOT NULL,
	member_id TEXT NOT NULL,
	CONSTRAINT pk_member_alias PRIMARY KEY (alias)
)
 STRICT;
CREATE INDEX ix_member_alias_member_id ON member_alias (member_id);
CREATE INDEX ix_member_alias_merged_id ON member_alias (merged_id);
CREATE TABLE month_cells (
	month TEXT NOT NULL,
	dimension TEXT NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_month_cells PRIMARY KEY (month, dimension)
)
 STRICT;
CREATE TABLE parked (
	basket_id TEXT NOT NULL,
	name TEXT NOT NULL,
	parked_by TEXT NOT NULL,
	parked_by_name TEXT NOT NULL,
	parked_ms INTEGER NOT NULL,
	expires_ms INTEGER NOT NULL,
	total_minor INTEGER NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_parked PRIMARY KEY (basket_id)
)
 STRICT;
CREATE INDEX ix_parked_parked_ms ON parked (parked_ms);
CREATE TABLE payment (
	payment_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	basket_id TEXT NOT NULL,
	provider TEXT NOT NULL,
	amount_minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	state TEXT NOT NULL,
	actor TEXT NOT NULL,
	started_ms INTEGER NOT NULL,
	changed_ms INTEGER NOT NULL,
	code TEXT DEFAULT '' NOT NULL,
	reference TEXT DEFAULT '' NOT NULL,
	decision TEXT DEFAULT '' NOT NULL,
	decided_by TEXT DEFAULT '' NOT NULL,
	aside INTEGER NOT NULL,
	used_by TEXT DEFAULT '' NOT NULL,
	of_payment TEXT DEFAULT '' NOT NULL,
	doubted INTEGER NOT NULL,
	refunded INTEGER NOT NULL,
	address TEXT DEFAULT '' NOT NULL,
	shift_id TEXT DEFAULT '' NOT NULL,
	closed INTEGER NOT NULL,
	CONSTRAINT pk_payment PRIMARY KEY (payment_id),
	CONSTRAINT ck_payment_kind CHECK (kind IN ('charge', 'refund')),
	CONSTRAINT ck_payment_state CHECK (state IN ('written', 'pending', 'unknown', 'approved', 'declined', 'cancelled'))
)
 STRICT;
CREATE INDEX ix_payment_basket_id ON payment (basket_id);
CREATE INDEX ix_payment_closed_started_ms ON payment (closed, started_ms);
CREATE INDEX ix_payment_reference ON payment (reference);
CREATE INDEX ix_payment_shift_id ON payment (shift_id);
CREATE TABLE points_entry (
	ref TEXT NOT NULL,
	rule TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	alias TEXT NOT NULL,
	points INTEGER NOT NULL,
	CONSTRAINT pk_points_entry PRIMARY KEY (ref, rule)
)
 STRICT;
CREATE INDEX ix_points_entry_alias ON points_entry (alias);
CREATE TABLE revoked (
	what TEXT NOT NULL,
	id TEXT NOT NULL,
	reason TEXT NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_revoked PRIMARY KEY (what, id)
)
 STRICT;
CREATE TABLE settings (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	CONSTRAINT pk_settings PRIMARY KEY (name)
)
 STRICT;
CREATE TABLE shift (
	shift_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	business_day TEXT NOT NULL,
	currency TEXT NOT NULL,
	opened_ms INTEGER NOT NULL,
	opened_by TEXT NOT NULL,
	opened_by_name TEXT NOT NULL,
	float_minor INTEGER NOT NULL,
	opened_seq INTEGER NOT NULL,
	closed_ms INTEGER,
	incarnation INTEGER DEFAULT 1 NOT NULL,
	drawer TEXT DEFAULT 'shared' NOT NULL,
	carried_minor INTEGER,
	suspended_ms INTEGER,
	left_minor INTEGER,
	CONSTRAINT pk_shift PRIMARY KEY (shift_id),
	CONSTRAINT uq_shift_number UNIQUE (number)
)
 STRICT;
CREATE TABLE shift_cells (
	shift_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	dimension TEXT NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_shift_cells PRIMARY KEY (shift_id, business_day, dimension)
)
 STRICT;
CREATE INDEX ix_shift_cells_business_day_dimension ON shift_cells (business_day, dimension);
CREATE TABLE shift_span (
	incarnation INTEGER NOT NULL,
	shift_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	first_seq INTEGER NOT NULL,
	last_seq INTEGER NOT NULL,
	CONSTRAINT pk_shift_span PRIMARY KEY (incarnation, shift_id, business_day)
)
 STRICT;
CREATE INDEX ix_shift_span_business_day ON shift_span (business_day);
CREATE INDEX ix_shift_span_shift_id ON shift_span (shift_id);
CREATE TABLE sold_day (
	weekday TEXT NOT NULL,
	business_day TEXT NOT NULL,
	sold TEXT NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_sold_day PRIMARY KEY (weekday)
)
 STRICT;
CREATE TABLE spool (
	job_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	document TEXT NOT NULL,
	state TEXT NOT NULL,
	reference TEXT NOT NULL,
	written_ms INTEGER NOT NULL,
	code TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_spool PRIMARY KEY (job_id),
	CONSTRAINT ck_spool_state CHECK (state IN ('written', 'sent', 'confirmed', 'unknown')),
	CONSTRAINT ck_spool_kind CHECK (kind IN ('document', 'drawer'))
)
 STRICT;
CREATE INDEX ix_spool_state_job_id ON spool (state, job_id);
CREATE TABLE staff (
	staff_id TEXT NOT NULL,
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	rights TEXT NOT NULL,
	pin_salt BLOB NOT NULL,
	pin_ops INTEGER NOT NULL,
	pin_mem INTEGER NOT NULL,
	pin_hmac BLOB NOT NULL,
	badge_mac TEXT NOT NULL,
	active INTEGER NOT NULL,
	failures INTEGER DEFAULT 0 NOT NULL,
	locked_until_ms INTEGER DEFAULT 0 NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_staff PRIMARY KEY (staff_id)
)
 STRICT;
CREATE INDEX ix_staff_badge_mac ON staff (badge_mac);
CREATE TABLE stock (
	product_id TEXT NOT NULL,
	on_hand_milli INTEGER NOT NULL,
	committed_milli INTEGER NOT NULL,
	batches TEXT DEFAULT '[]' NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_stock PRIMARY KEY (product_id)
)
 STRICT;
CREATE TABLE stock_day (
	business_day TEXT NOT NULL,
	stock_minor INTEGER NOT NULL,
	uncosted INTEGER NOT NULL,
	in_range INTEGER NOT NULL,
	at_zero INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_stock_day PRIMARY KEY (business_day)
)
 STRICT;
CREATE TABLE stock_draft (
	kind TEXT NOT NULL,
	begun_ms INTEGER NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_stock_draft PRIMARY KEY (kind)
)
 STRICT;
CREATE TABLE stock_elsewhere (
	product_id TEXT NOT NULL,
	asked_ms INTEGER NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_stock_elsewhere PRIMARY KEY (product_id)
)
 STRICT;
CREATE TABLE stock_movement (
	num INTEGER NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	product_id TEXT NOT NULL,
	qty_milli INTEGER NOT NULL,
	kept_milli INTEGER NOT NULL,
	cause TEXT NOT NULL,
	ref TEXT NOT NULL,
	batch TEXT DEFAULT '' NOT NULL,
	expires TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_stock_movement PRIMARY KEY (num)
)
 STRICT;
CREATE INDEX ix_stock_movement_product_id_incarnation_seq ON stock_movement (product_id, incarnation, seq);
CREATE TABLE sync_state (
	place INTEGER NOT NULL,
	acked_through INTEGER DEFAULT 0 NOT NULL,
	expected INTEGER DEFAULT 1 NOT NULL,
	store_cursor TEXT DEFAULT '' NOT NULL,
	applied_through INTEGER DEFAULT 0 NOT NULL,
	store_page_ms INTEGER DEFAULT 0 NOT NULL,
	catalog_page_ms INTEGER DEFAULT 0 NOT NULL,
	keys_ms INTEGER DEFAULT 0 NOT NULL,
	last_contact_ms INTEGER DEFAULT 0 NOT NULL,
	clock_offset_ms INTEGER DEFAULT 0 NOT NULL,
	catalog_file TEXT DEFAULT '' NOT NULL,
	catalog_expected INTEGER DEFAULT 0 NOT NULL,
	epoch INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT pk_sync_state PRIMARY KEY (place),
	CONSTRAINT ck_sync_state_one CHECK (place = 1)
)
 STRICT;
CREATE TABLE terminal (
	place INTEGER NOT NULL,
	terminal TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	doc TEXT NOT NULL,
	root_public_key BLOB NOT NULL,
	phone_mac_key BLOB NOT NULL,
	device_seed BLOB NOT NULL,
	CONSTRAINT pk_terminal PRIMARY KEY (place),
	CONSTRAINT ck_terminal_one CHECK (place = 1)
)
 STRICT;
CREATE TABLE value_entry (
	ref TEXT NOT NULL,
	rule TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	alias TEXT NOT NULL,
	amount_minor INTEGER NOT NULL,
	CONSTRAINT pk_value_entry PRIMARY KEY (ref, rule)
)
 STRICT;
CREATE INDEX ix_value_entry_alias ON value_entry (alias);
CREATE TABLE wallet_coupon (
	coupon_id TEXT NOT NULL,
	campaign_id TEXT NOT NULL,
	alias TEXT NOT NULL,
	code TEXT NOT NULL,
	value_minor INTEGER,
	starts_ms INTEGER NOT NULL,
	expires_ms INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	CONSTRAINT pk_wallet_coupon PRIMARY KEY (coupon_id)
)
 STRICT;
CREATE INDEX ix_wallet_coupon_alias ON wallet_coupon (alias);
CREATE TABLE hand_over (
	hand_over_id TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	order_id TEXT NOT NULL,
	shift_id TEXT NOT NULL,
	handed_ms INTEGER NOT NULL,
	handed_mono_ms INTEGER NOT NULL,
	actor TEXT NOT NULL,
	means TEXT NOT NULL,
	evidence TEXT NOT NULL,
	value_minor INTEGER NOT NULL,
	currency TEXT NOT NULL,
	lines TEXT NOT NULL,
	CONSTRAINT pk_hand_over PRIMARY KEY (hand_over_id),
	CONSTRAINT fk_hand_over_shift_id_shift FOREIGN KEY(shift_id) REFERENCES shift (shift_id)
)
 STRICT;
CREATE INDEX ix_hand_over_order_id ON hand_over (order_id);
CREATE INDEX ix_hand_over_shift_id ON hand_over (shift_id);
CREATE TABLE sale (
	sale_id TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	receipt_seq INTEGER NOT NULL,
	receipt_number TEXT NOT NULL,
	shift_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	currency TEXT NOT NULL,
	completed_ms INTEGER NOT NULL,
	actor TEXT NOT NULL,
	list_minor INTEGER NOT NULL,
	discount_minor INTEGER NOT NULL,
	total_minor INTEGER NOT NULL,
	rounding_minor INTEGER NOT NULL,
	items_milli INTEGER NOT NULL,
	has_member INTEGER NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_sale PRIMARY KEY (sale_id),
	CONSTRAINT uq_sale_incarnation_receipt_seq UNIQUE (incarnation, receipt_seq),
	CONSTRAINT uq_sale_receipt_number UNIQUE (receipt_number),
	CONSTRAINT fk_sale_shift_id_shift FOREIGN KEY(shift_id) REFERENCES shift (shift_id)
)
 STRICT;
CREATE INDEX ix_sale_completed_ms ON sale (completed_ms);
CREATE INDEX ix_sale_shift_id ON sale (shift_id);
CREATE TABLE top_up (
	top_up_id TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	slip_seq INTEGER NOT NULL,
	shift_id TEXT NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_top_up PRIMARY KEY (top_up_id),
	CONSTRAINT fk_top_up_shift_id_shift FOREIGN KEY(shift_id) REFERENCES shift (shift_id)
)
 STRICT;
CREATE INDEX ix_top_up_shift_id ON top_up (shift_id);
CREATE TABLE cash_move (
	movement_id TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	slip_seq INTEGER NOT NULL,
	shift_id TEXT NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_cash_move PRIMARY KEY (movement_id),
	CONSTRAINT uq_cash_move_incarnation_slip_seq UNIQUE (incarnation, slip_seq),
	CONSTRAINT fk_cash_move_shift_id_shift FOREIGN KEY(shift_id) REFERENCES shift (shift_id)
)
 STRICT;
CREATE INDEX ix_cash_move_shift_id ON cash_move (shift_id);
CREATE TABLE z_report (
	z_number INTEGER NOT NULL,
	shift_id TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_z_report PRIMARY KEY (z_number),
	CONSTRAINT uq_z_report_shift_id UNIQUE (shift_id),
	CONSTRAINT fk_z_report_shift_id_shift FOREIGN KEY(shift_id) REFERENCES shift (shift_id)
)
 STRICT;
CREATE TABLE campaign_use (
	sale_id TEXT NOT NULL,
	rule_id TEXT NOT NULL,
	of_sale_id TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	alias TEXT,
	day TEXT NOT NULL,
	times INTEGER NOT NULL,
	CONSTRAINT pk_campaign_use PRIMARY KEY (sale_id, rule_id, of_sale_id),
	CONSTRAINT fk_campaign_use_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
)
 STRICT;
CREATE INDEX ix_campaign_use_alias ON campaign_use (alias);
CREATE INDEX ix_campaign_use_incarnation_seq ON campaign_use (incarnation, seq);
CREATE TABLE coupon_return (
	coupon_id TEXT NOT NULL,
	sale_id TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	of_sale_id TEXT NOT NULL,
	CONSTRAINT pk_coupon_return PRIMARY KEY (coupon_id, sale_id),
	CONSTRAINT fk_coupon_return_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
)
 STRICT;
CREATE TABLE coupon_use (
	coupon_id TEXT NOT NULL,
	sale_id TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	campaign_id TEXT NOT NULL,
	amount_minor INTEGER NOT NULL,
	mode TEXT NOT NULL,
	hold_id TEXT,
	used_ms INTEGER NOT NULL,
	CONSTRAINT pk_coupon_use PRIMARY KEY (coupon_id, sale_id),
	CONSTRAINT fk_coupon_use_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
)
 STRICT;
CREATE INDEX ix_coupon_use_mode_used_ms ON coupon_use (mode, used_ms);
CREATE TABLE hand_over_undo (
	hand_over_id TEXT NOT NULL,
	incarnation INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	CONSTRAINT pk_hand_over_undo PRIMARY KEY (hand_over_id),
	CONSTRAINT fk_hand_over_undo_hand_over_id_hand_over FOREIGN KEY(hand_over_id) REFERENCES hand_over (hand_over_id)
)
 STRICT;
CREATE TABLE sale_line (
	sale_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	line_id TEXT NOT NULL,
	product_id TEXT,
	code TEXT,
	name TEXT NOT NULL,
	category_id TEXT NOT NULL,
	qty_milli INTEGER NOT NULL,
	list_minor INTEGER NOT NULL,
	total_minor INTEGER NOT NULL,
	net_minor INTEGER NOT NULL,
	tax_minor INTEGER NOT NULL,
	tax_rate_bp INTEGER NOT NULL,
	CONSTRAINT pk_sale_line PRIMARY KEY (sale_id, position),
	CONSTRAINT fk_sale_line_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
)
 STRICT;
CREATE TABLE sale_return (
	sale_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	of_sale_id TEXT,
	of_receipt_number TEXT,
	refund_minor INTEGER NOT NULL,
	points_reversed INTEGER NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_sale_return PRIMARY KEY (sale_id, position),
	CONSTRAINT fk_sale_return_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
)
 STRICT;
CREATE INDEX ix_sale_return_of_sale_id ON sale_return (of_sale_id);
CREATE TABLE sale_return_line (
	sale_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	line_id TEXT NOT NULL,
	of_sale_id TEXT,
	of_line_id TEXT,
	product_id TEXT,
	name TEXT NOT NULL,
	category_id TEXT NOT NULL,
	qty_milli INTEGER NOT NULL,
	total_minor INTEGER NOT NULL,
	net_minor INTEGER NOT NULL,
	tax_minor INTEGER NOT NULL,
	tax_rate_bp INTEGER NOT NULL,
	reason TEXT NOT NULL,
	restock INTEGER NOT NULL,
	CONSTRAINT pk_sale_return_line PRIMARY KEY (sale_id, position),
	CONSTRAINT fk_sale_return_line_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
)
 STRICT;
CREATE INDEX ix_sale_return_line_of_sale_id_of_line_id ON sale_return_line (of_sale_id, of_line_id);
CREATE TABLE tender (
	sale_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	amount_minor INTEGER NOT NULL,
	tendered_minor INTEGER NOT NULL,
	change_minor INTEGER NOT NULL,
	reference TEXT,
	provider TEXT NOT NULL,
	points INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT pk_tender PRIMARY KEY (sale_id, position),
	CONSTRAINT fk_tender_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
)
 STRICT;
