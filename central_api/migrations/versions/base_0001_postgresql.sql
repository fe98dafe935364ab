CREATE TABLE campaign (
	campaign_id TEXT NOT NULL,
	number BIGINT NOT NULL,
	scope TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	active BIGINT DEFAULT 1 NOT NULL,
	doc TEXT NOT NULL,
	issuing TEXT DEFAULT '{}' NOT NULL,
	CONSTRAINT pk_campaign PRIMARY KEY (campaign_id),
	CONSTRAINT uq_campaign_number UNIQUE (number)
);

CREATE TABLE campaign_act (
	id BIGSERIAL NOT NULL,
	campaign_id TEXT NOT NULL,
	act TEXT NOT NULL,
	staff_id TEXT NOT NULL,
	reason TEXT NOT NULL,
	at_ms BIGINT NOT NULL,
	redeemed BIGINT NOT NULL,
	conflicts BIGINT NOT NULL,
	CONSTRAINT pk_campaign_act PRIMARY KEY (id)
);

CREATE TABLE campaign_use (
	id BIGSERIAL NOT NULL,
	rule_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	member_id TEXT,
	day TEXT NOT NULL,
	times BIGINT NOT NULL,
	cause TEXT NOT NULL,
	ref TEXT NOT NULL,
	used_ms BIGINT NOT NULL,
	entry_id TEXT,
	txid BIGINT NOT NULL,
	CONSTRAINT pk_campaign_use PRIMARY KEY (id),
	CONSTRAINT uq_campaign_use_cause_ref_rule_id UNIQUE (cause, ref, rule_id)
);

CREATE INDEX ix_campaign_use_ref ON campaign_use (ref);

CREATE INDEX ix_campaign_use_txid ON campaign_use (txid);

CREATE TABLE campaign_use_level (
	rule_id TEXT NOT NULL,
	per TEXT NOT NULL,
	holder TEXT NOT NULL,
	day TEXT NOT NULL,
	times BIGINT NOT NULL,
	CONSTRAINT pk_campaign_use_level PRIMARY KEY (rule_id, per, holder, day)
);

CREATE INDEX ix_campaign_use_level_holder ON campaign_use_level (per, holder);

CREATE TABLE catalog_file (
	version TEXT NOT NULL,
	store_id TEXT NOT NULL,
	cursor TEXT NOT NULL,
	made_ms BIGINT NOT NULL,
	size BIGINT NOT NULL,
	compressed_size BIGINT NOT NULL,
	sha256 TEXT NOT NULL,
	compressed_sha256 TEXT NOT NULL,
	signature TEXT NOT NULL,
	products BIGINT NOT NULL,
	content BYTEA NOT NULL,
	CONSTRAINT pk_catalog_file PRIMARY KEY (version)
);

CREATE INDEX ix_catalog_file_store ON catalog_file (store_id, made_ms);

CREATE TABLE category (
	category_id TEXT NOT NULL,
	scope TEXT NOT NULL,
	position BIGINT NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_category PRIMARY KEY (category_id)
);

CREATE TABLE client_token (
	token_sha256 TEXT NOT NULL,
	name TEXT NOT NULL,
	created_ms BIGINT NOT NULL,
	revoked_ms BIGINT,
	CONSTRAINT pk_client_token PRIMARY KEY (token_sha256)
);

CREATE TABLE coupon_account (
	campaign_id TEXT NOT NULL,
	issued BIGINT DEFAULT 0 NOT NULL,
	allotted BIGINT DEFAULT 0 NOT NULL,
	claimed BIGINT DEFAULT 0 NOT NULL,
	redeemed BIGINT DEFAULT 0 NOT NULL,
	spent_minor BIGINT DEFAULT 0 NOT NULL,
	reserved_minor BIGINT DEFAULT 0 NOT NULL,
	conflicts BIGINT DEFAULT 0 NOT NULL,
	conflict_minor BIGINT DEFAULT 0 NOT NULL,
	offline_ended_ms BIGINT,
	redeemed_before BIGINT DEFAULT 0 NOT NULL,
	conflicts_before BIGINT DEFAULT 0 NOT NULL,
	CONSTRAINT pk_coupon_account PRIMARY KEY (campaign_id),
	CONSTRAINT ck_coupon_account_reserved CHECK (reserved_minor >= 0)
);

CREATE TABLE coupon_entry (
	id BIGSERIAL NOT NULL,
	campaign_id TEXT NOT NULL,
	coupon_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	sale_id TEXT NOT NULL,
	first_sale_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	amount_minor BIGINT NOT NULL,
	released_minor BIGINT NOT NULL,
	at_ms BIGINT NOT NULL,
	entry_id TEXT NOT NULL,
	txid BIGINT NOT NULL,
	CONSTRAINT pk_coupon_entry PRIMARY KEY (id),
	CONSTRAINT uq_coupon_entry_kind_coupon_id_sale_id UNIQUE (kind, coupon_id, sale_id),
	CONSTRAINT ck_coupon_entry_kind CHECK (kind IN ('redeemed', 'returned', 'conflict', 'over_budget'))
);

CREATE INDEX ix_coupon_entry_campaign ON coupon_entry (campaign_id, id);

CREATE INDEX ix_coupon_entry_txid ON coupon_entry (txid);

CREATE TABLE feed_change (
	id BIGSERIAL NOT NULL,
	txid BIGINT NOT NULL,
	feed TEXT NOT NULL,
	scope TEXT NOT NULL,
	kind TEXT NOT NULL,
	key TEXT NOT NULL,
	doc TEXT,
	CONSTRAINT pk_feed_change PRIMARY KEY (id),
	CONSTRAINT uq_feed_change_feed_scope_kind_key UNIQUE (feed, scope, kind, key),
	CONSTRAINT ck_feed_change_feed CHECK (feed IN ('catalog', 'store'))
);

CREATE INDEX ix_feed_change_order ON feed_change (feed, scope, txid, id);

CREATE TABLE hand_over (
	hand_over_id TEXT NOT NULL,
	order_id TEXT NOT NULL,
	entry_id TEXT NOT NULL,
	terminal_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	shift_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	means TEXT NOT NULL,
	evidence TEXT NOT NULL,
	courier TEXT DEFAULT '' NOT NULL,
	value_minor BIGINT NOT NULL,
	currency TEXT NOT NULL,
	handed_ms BIGINT NOT NULL,
	accepted BIGINT NOT NULL,
	undone_ms BIGINT,
	CONSTRAINT pk_hand_over PRIMARY KEY (hand_over_id)
);

CREATE INDEX ix_hand_over_order_id ON hand_over (order_id);

CREATE TABLE import_batch (
	batch_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	file_name TEXT NOT NULL,
	row_count BIGINT NOT NULL,
	created_ms BIGINT NOT NULL,
	undone_ms BIGINT,
	undo TEXT DEFAULT '[]' NOT NULL,
	CONSTRAINT pk_import_batch PRIMARY KEY (batch_id)
);

CREATE TABLE issuer_key (
	purpose TEXT NOT NULL,
	kid BIGINT NOT NULL,
	seed TEXT NOT NULL,
	public_key TEXT NOT NULL,
	created_ms BIGINT NOT NULL,
	retired_ms BIGINT,
	revoked_ms BIGINT,
	CONSTRAINT pk_issuer_key PRIMARY KEY (purpose, kid),
	CONSTRAINT ck_issuer_key_purpose CHECK (purpose IN ('root', 'member', 'coupon', 'pickup', 'phone_mac'))
);

CREATE TABLE journal_aside (
	id BIGSERIAL NOT NULL,
	terminal_id TEXT NOT NULL,
	incarnation BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	reason TEXT NOT NULL,
	hash TEXT NOT NULL,
	entry TEXT NOT NULL,
	received_ms BIGINT NOT NULL,
	CONSTRAINT pk_journal_aside PRIMARY KEY (id),
	CONSTRAINT uq_journal_aside_terminal_id_incarnation_seq_hash UNIQUE (terminal_id, incarnation, seq, hash)
);

CREATE TABLE member (
	member_id TEXT NOT NULL,
	alias TEXT NOT NULL,
	phone_mac TEXT,
	phone TEXT,
	phone_last4 TEXT NOT NULL,
	name TEXT NOT NULL,
	masked_name TEXT NOT NULL,
	tier TEXT NOT NULL,
	points BIGINT DEFAULT 0 NOT NULL,
	coupons BIGINT DEFAULT 0 NOT NULL,
	purchases BIGINT DEFAULT 0 NOT NULL,
	is_new BIGINT DEFAULT 0 NOT NULL,
	principal_minor BIGINT DEFAULT 0 NOT NULL,
	bonus_minor BIGINT DEFAULT 0 NOT NULL,
	home_store TEXT,
	registered_ms BIGINT NOT NULL,
	active BIGINT DEFAULT 1 NOT NULL,
	import_batch TEXT,
	card_number TEXT DEFAULT '' NOT NULL,
	initials TEXT DEFAULT '' NOT NULL,
	birthday TEXT DEFAULT '' NOT NULL,
	preferences TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	told TEXT DEFAULT '{}' NOT NULL,
	visited_ms BIGINT DEFAULT 0 NOT NULL,
	merged_into TEXT,
	pin TEXT DEFAULT '' NOT NULL,
	pin_wrong BIGINT DEFAULT 0 NOT NULL,
	pin_locked_ms BIGINT DEFAULT 0 NOT NULL,
	CONSTRAINT pk_member PRIMARY KEY (member_id),
	CONSTRAINT uq_member_alias UNIQUE (alias),
	CONSTRAINT uq_member_phone_mac UNIQUE (phone_mac)
);

CREATE INDEX ix_member_card_number ON member (card_number);

CREATE INDEX ix_member_merged_into ON member (merged_into);

CREATE INDEX ix_member_phone_last4 ON member (phone_last4);

CREATE TABLE member_adjustment (
	request_id TEXT NOT NULL,
	member_id TEXT NOT NULL,
	bucket TEXT NOT NULL,
	amount BIGINT NOT NULL,
	reason TEXT NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	staff_id TEXT NOT NULL,
	store_id TEXT,
	terminal_id TEXT,
	approved_by TEXT,
	at_ms BIGINT NOT NULL,
	CONSTRAINT pk_member_adjustment PRIMARY KEY (request_id),
	CONSTRAINT ck_member_adjustment_bucket CHECK (bucket IN ('points', 'principal', 'bonus'))
);

CREATE INDEX ix_member_adjustment_member_id ON member_adjustment (member_id);

CREATE TABLE member_card (
	member_id TEXT NOT NULL,
	issue BIGINT NOT NULL,
	issued_ms BIGINT NOT NULL,
	revoked_ms BIGINT,
	CONSTRAINT pk_member_card PRIMARY KEY (member_id, issue)
);

CREATE TABLE member_code (
	id BIGSERIAL NOT NULL,
	member_id TEXT NOT NULL,
	code_mac TEXT NOT NULL,
	tries BIGINT DEFAULT 0 NOT NULL,
	expires_ms BIGINT NOT NULL,
	made_ms BIGINT NOT NULL,
	used_for TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_member_code PRIMARY KEY (id)
);

CREATE INDEX ix_member_code_member_id ON member_code (member_id);

CREATE TABLE member_consent (
	id BIGSERIAL NOT NULL,
	ref TEXT NOT NULL,
	member_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	given BIGINT NOT NULL,
	wording TEXT NOT NULL,
	store_id TEXT,
	staff_id TEXT,
	at_ms BIGINT NOT NULL,
	entry_id TEXT,
	CONSTRAINT pk_member_consent PRIMARY KEY (id),
	CONSTRAINT uq_member_consent_ref_kind UNIQUE (ref, kind)
);

CREATE INDEX ix_member_consent_member_id ON member_consent (member_id);

CREATE TABLE member_join (
	ref TEXT NOT NULL,
	member_id TEXT NOT NULL,
	means TEXT NOT NULL,
	store_id TEXT,
	terminal_id TEXT,
	staff_id TEXT,
	joined_ms BIGINT NOT NULL,
	entry_id TEXT,
	CONSTRAINT pk_member_join PRIMARY KEY (ref),
	CONSTRAINT ck_member_join_means CHECK (means IN ('till', 'link', 'online'))
);

CREATE INDEX ix_member_join_member_id ON member_join (member_id);

CREATE TABLE member_proof (
	id BIGSERIAL NOT NULL,
	member_id TEXT NOT NULL,
	sale_id TEXT NOT NULL,
	means TEXT NOT NULL,
	outcome TEXT NOT NULL,
	store_id TEXT NOT NULL,
	terminal_id TEXT NOT NULL,
	staff_id TEXT NOT NULL,
	at_ms BIGINT NOT NULL,
	CONSTRAINT pk_member_proof PRIMARY KEY (id),
	CONSTRAINT ck_member_proof_means CHECK (means IN ('pin', 'message')),
	CONSTRAINT ck_member_proof_outcome CHECK (outcome IN ('proven', 'wrong', 'locked', 'expired', 'asked'))
);

CREATE INDEX ix_member_proof_member_id ON member_proof (member_id);

CREATE INDEX ix_member_proof_sale_id ON member_proof (sale_id);

CREATE TABLE member_spend (
	ref TEXT NOT NULL,
	member_id TEXT NOT NULL,
	spent_minor BIGINT NOT NULL,
	currency TEXT NOT NULL,
	spent_ms BIGINT NOT NULL,
	entry_id TEXT,
	CONSTRAINT pk_member_spend PRIMARY KEY (ref)
);

CREATE INDEX ix_member_spend_member_id ON member_spend (member_id, spent_ms);

CREATE TABLE message_outbox (
	message_id TEXT NOT NULL,
	member_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	to_phone TEXT,
	words TEXT,
	state TEXT DEFAULT 'waiting' NOT NULL,
	tries BIGINT DEFAULT 0 NOT NULL,
	next_ms BIGINT NOT NULL,
	expires_ms BIGINT NOT NULL,
	made_ms BIGINT NOT NULL,
	done_ms BIGINT DEFAULT 0 NOT NULL,
	fault TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_message_outbox PRIMARY KEY (message_id),
	CONSTRAINT ck_message_outbox_state CHECK (state IN ('waiting', 'sent', 'expired'))
);

CREATE INDEX ix_message_outbox_next ON message_outbox (state, next_ms);

CREATE TABLE order_external (
	channel TEXT NOT NULL,
	external_id TEXT NOT NULL,
	order_id TEXT NOT NULL,
	CONSTRAINT pk_order_external PRIMARY KEY (channel, external_id)
);

CREATE TABLE order_late (
	order_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	promised_ms BIGINT NOT NULL,
	ready_ms BIGINT,
	noted_ms BIGINT NOT NULL,
	campaign_id TEXT DEFAULT '' NOT NULL,
	coupon_id TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_order_late PRIMARY KEY (order_id)
);

CREATE TABLE order_message (
	order_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	told_ms BIGINT NOT NULL,
	message_id TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_order_message PRIMARY KEY (order_id, kind),
	CONSTRAINT ck_order_message_kind CHECK (kind IN ('late', 'ready', 'reminder', 'moved'))
);

CREATE TABLE order_place (
	order_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	starts_ms BIGINT NOT NULL,
	CONSTRAINT pk_order_place PRIMARY KEY (order_id)
);

CREATE TABLE order_slot (
	store_id TEXT NOT NULL,
	starts_ms BIGINT NOT NULL,
	taken BIGINT NOT NULL,
	CONSTRAINT pk_order_slot PRIMARY KEY (store_id, starts_ms),
	CONSTRAINT ck_order_slot_taken CHECK (taken >= 0)
);

CREATE TABLE points_entry (
	id BIGSERIAL NOT NULL,
	member_id TEXT NOT NULL,
	ref TEXT NOT NULL,
	rule TEXT NOT NULL,
	kind TEXT DEFAULT 'earn' NOT NULL,
	of_burn BIGINT DEFAULT 0 NOT NULL,
	points BIGINT NOT NULL,
	purchases BIGINT DEFAULT 0 NOT NULL,
	store_id TEXT,
	earned_ms BIGINT NOT NULL,
	entry_id TEXT,
	txid BIGINT NOT NULL,
	CONSTRAINT pk_points_entry PRIMARY KEY (id),
	CONSTRAINT uq_points_entry_ref_rule UNIQUE (ref, rule)
);

CREATE INDEX ix_points_entry_member_id ON points_entry (member_id);

CREATE INDEX ix_points_entry_txid ON points_entry (txid);

CREATE TABLE product (
	product_id TEXT NOT NULL,
	scope TEXT NOT NULL,
	sku TEXT NOT NULL,
	category_id TEXT NOT NULL,
	sold_by TEXT NOT NULL,
	price_minor BIGINT NOT NULL,
	tax_rate_bp BIGINT NOT NULL,
	min_age BIGINT NOT NULL,
	active BIGINT DEFAULT 1 NOT NULL,
	doc TEXT NOT NULL,
	import_batch TEXT,
	CONSTRAINT pk_product PRIMARY KEY (product_id)
);

CREATE INDEX ix_product_sku ON product (sku);

CREATE TABLE receipt_code (
	id BIGSERIAL NOT NULL,
	sale_id TEXT NOT NULL,
	phone_mac TEXT NOT NULL,
	code_mac TEXT NOT NULL,
	tries BIGINT DEFAULT 0 NOT NULL,
	expires_ms BIGINT NOT NULL,
	made_ms BIGINT NOT NULL,
	CONSTRAINT pk_receipt_code PRIMARY KEY (id)
);

CREATE INDEX ix_receipt_code_phone_mac ON receipt_code (phone_mac);

CREATE INDEX ix_receipt_code_sale_id ON receipt_code (sale_id);

CREATE TABLE report_chain (
	terminal_id TEXT NOT NULL,
	incarnation BIGINT NOT NULL,
	summed_seq BIGINT NOT NULL,
	told_ms BIGINT NOT NULL,
	shifts TEXT DEFAULT '{}' NOT NULL,
	CONSTRAINT pk_report_chain PRIMARY KEY (terminal_id, incarnation)
);

CREATE TABLE report_day (
	store_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	entry_id TEXT NOT NULL,
	closed_ms BIGINT NOT NULL,
	received_ms BIGINT NOT NULL,
	complete BIGINT NOT NULL,
	CONSTRAINT pk_report_day PRIMARY KEY (store_id, business_day)
);

CREATE TABLE report_late (
	entry_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	terminal_id TEXT NOT NULL,
	shift_id TEXT NOT NULL,
	type TEXT NOT NULL,
	wall_ms BIGINT NOT NULL,
	received_ms BIGINT NOT NULL,
	net_minor BIGINT NOT NULL,
	tendered_minor BIGINT NOT NULL,
	CONSTRAINT pk_report_late PRIMARY KEY (entry_id)
);

CREATE INDEX ix_report_late_store_day ON report_late (store_id, business_day);

CREATE TABLE report_order (
	order_id TEXT NOT NULL,
	scope TEXT NOT NULL,
	currency TEXT NOT NULL,
	business_day TEXT NOT NULL,
	cells TEXT NOT NULL,
	CONSTRAINT pk_report_order PRIMARY KEY (order_id)
);

CREATE INDEX ix_report_order_scope_day ON report_order (scope, business_day);

CREATE TABLE report_shift (
	shift_id TEXT NOT NULL,
	terminal_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	shift_number BIGINT NOT NULL,
	business_day TEXT NOT NULL,
	opened_ms BIGINT NOT NULL,
	closed_ms BIGINT,
	z_number BIGINT,
	incarnation BIGINT NOT NULL,
	first_seq BIGINT NOT NULL,
	last_seq BIGINT,
	CONSTRAINT pk_report_shift PRIMARY KEY (shift_id)
);

CREATE INDEX ix_report_shift_store_day ON report_shift (store_id, business_day);

CREATE TABLE report_sum (
	scope TEXT NOT NULL,
	period TEXT NOT NULL,
	dimension TEXT NOT NULL,
	measure TEXT NOT NULL,
	key TEXT NOT NULL,
	value BIGINT NOT NULL,
	CONSTRAINT pk_report_sum PRIMARY KEY (scope, period, dimension, measure, key)
);

CREATE TABLE report_turn (
	name TEXT NOT NULL,
	cursor TEXT NOT NULL,
	summed_ms BIGINT DEFAULT 0 NOT NULL,
	CONSTRAINT pk_report_turn PRIMARY KEY (name)
);

CREATE TABLE report_waiting (
	entry_id TEXT NOT NULL,
	why TEXT NOT NULL,
	CONSTRAINT pk_report_waiting PRIMARY KEY (entry_id)
);

CREATE TABLE request_nonce (
	key_id TEXT NOT NULL,
	nonce TEXT NOT NULL,
	expires_ms BIGINT NOT NULL,
	CONSTRAINT pk_request_nonce PRIMARY KEY (key_id, nonce)
);

CREATE INDEX ix_request_nonce_expires_ms ON request_nonce (expires_ms);

CREATE TABLE serial_out (
	product_id TEXT NOT NULL,
	serial TEXT NOT NULL,
	pieces BIGINT NOT NULL,
	store_id TEXT NOT NULL,
	sale_id TEXT NOT NULL,
	CONSTRAINT pk_serial_out PRIMARY KEY (product_id, serial)
);

CREATE TABLE server_meta (
	key TEXT NOT NULL,
	value TEXT NOT NULL,
	CONSTRAINT pk_server_meta PRIMARY KEY (key)
);

CREATE TABLE staff (
	staff_id TEXT NOT NULL,
	scope TEXT NOT NULL,
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	rights TEXT NOT NULL,
	pin_salt TEXT NOT NULL,
	pin_ops BIGINT NOT NULL,
	pin_mem BIGINT NOT NULL,
	pin_digest TEXT NOT NULL,
	badge_mac TEXT DEFAULT '' NOT NULL,
	active BIGINT DEFAULT 1 NOT NULL,
	import_batch TEXT,
	CONSTRAINT pk_staff PRIMARY KEY (staff_id)
);

CREATE TABLE stock_batch (
	store_id TEXT NOT NULL,
	product_id TEXT NOT NULL,
	expires TEXT NOT NULL,
	batch TEXT NOT NULL,
	qty_milli BIGINT NOT NULL,
	CONSTRAINT pk_stock_batch PRIMARY KEY (store_id, product_id, expires, batch)
);

CREATE TABLE stock_count (
	id BIGSERIAL NOT NULL,
	document_id TEXT NOT NULL,
	line TEXT NOT NULL,
	store_id TEXT NOT NULL,
	product_id TEXT NOT NULL,
	counted_milli BIGINT NOT NULL,
	at_ms BIGINT NOT NULL,
	told_level_milli BIGINT NOT NULL,
	areas TEXT NOT NULL,
	reason TEXT NOT NULL,
	actor TEXT NOT NULL,
	entry_id TEXT NOT NULL,
	txid BIGINT NOT NULL,
	CONSTRAINT pk_stock_count PRIMARY KEY (id),
	CONSTRAINT uq_stock_count_document_id_line UNIQUE (document_id, line)
);

CREATE INDEX ix_stock_count_key ON stock_count (store_id, product_id, at_ms);

CREATE INDEX ix_stock_count_txid ON stock_count (txid);

CREATE TABLE stock_day (
	store_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	stock_minor BIGINT NOT NULL,
	uncosted BIGINT NOT NULL,
	in_range BIGINT NOT NULL,
	at_zero BIGINT NOT NULL,
	written_ms BIGINT NOT NULL,
	CONSTRAINT pk_stock_day PRIMARY KEY (store_id, business_day)
);

CREATE TABLE stock_level (
	store_id TEXT NOT NULL,
	product_id TEXT NOT NULL,
	on_hand_milli BIGINT NOT NULL,
	committed_milli BIGINT NOT NULL,
	changed_ms BIGINT NOT NULL,
	named BIGINT DEFAULT 0 NOT NULL,
	moved_ms BIGINT DEFAULT 0 NOT NULL,
	asked_ms BIGINT DEFAULT 0 NOT NULL,
	stocked_ms BIGINT DEFAULT 0 NOT NULL,
	CONSTRAINT pk_stock_level PRIMARY KEY (store_id, product_id)
);

CREATE INDEX ix_stock_level_product_id ON stock_level (product_id);

CREATE TABLE stock_movement (
	id BIGSERIAL NOT NULL,
	store_id TEXT NOT NULL,
	product_id TEXT NOT NULL,
	on_hand_milli BIGINT NOT NULL,
	committed_milli BIGINT NOT NULL,
	cause TEXT NOT NULL,
	ref TEXT NOT NULL,
	line TEXT NOT NULL,
	moved_ms BIGINT NOT NULL,
	entry_id TEXT,
	batch TEXT DEFAULT '' NOT NULL,
	expires TEXT DEFAULT '' NOT NULL,
	txid BIGINT NOT NULL,
	CONSTRAINT pk_stock_movement PRIMARY KEY (id),
	CONSTRAINT uq_stock_movement_cause_ref_line UNIQUE (cause, ref, line)
);

CREATE INDEX ix_stock_movement_key ON stock_movement (store_id, product_id, moved_ms);

CREATE INDEX ix_stock_movement_txid ON stock_movement (txid);

CREATE TABLE stock_transfer (
	transfer_id TEXT NOT NULL,
	from_store TEXT NOT NULL,
	to_store TEXT NOT NULL,
	sent_ms BIGINT,
	sent_by TEXT NOT NULL,
	note TEXT NOT NULL,
	arrived_ms BIGINT,
	arrived_store TEXT,
	arrived_document TEXT,
	CONSTRAINT pk_stock_transfer PRIMARY KEY (transfer_id)
);

CREATE TABLE stock_transfer_line (
	transfer_id TEXT NOT NULL,
	line TEXT NOT NULL,
	product_id TEXT NOT NULL,
	sent_milli BIGINT,
	arrived_milli BIGINT,
	CONSTRAINT pk_stock_transfer_line PRIMARY KEY (transfer_id, line)
);

CREATE TABLE tenant (
	tenant_id BIGINT NOT NULL,
	name TEXT NOT NULL,
	CONSTRAINT pk_tenant PRIMARY KEY (tenant_id)
);

CREATE TABLE told_cost (
	kind TEXT NOT NULL,
	place TEXT NOT NULL,
	currency TEXT NOT NULL,
	first_day TEXT NOT NULL,
	last_day TEXT NOT NULL,
	minor BIGINT NOT NULL,
	told_ms BIGINT NOT NULL,
	CONSTRAINT pk_told_cost PRIMARY KEY (kind, place, currency, first_day, last_day)
);

CREATE TABLE value_entry (
	id BIGSERIAL NOT NULL,
	member_id TEXT NOT NULL,
	ref TEXT NOT NULL,
	rule TEXT NOT NULL,
	kind TEXT NOT NULL,
	principal_minor BIGINT DEFAULT 0 NOT NULL,
	bonus_minor BIGINT DEFAULT 0 NOT NULL,
	amount_minor BIGINT DEFAULT 0 NOT NULL,
	spend TEXT DEFAULT 'principal_first' NOT NULL,
	of_ref TEXT DEFAULT '' NOT NULL,
	store_id TEXT,
	made_ms BIGINT NOT NULL,
	entry_id TEXT,
	txid BIGINT NOT NULL,
	CONSTRAINT pk_value_entry PRIMARY KEY (id),
	CONSTRAINT uq_value_entry_ref_rule UNIQUE (ref, rule)
);

CREATE INDEX ix_value_entry_member_id ON value_entry (member_id);

CREATE INDEX ix_value_entry_txid ON value_entry (txid);

CREATE TABLE voucher (
	number TEXT NOT NULL,
	uses BIGINT NOT NULL,
	first_sale_id TEXT NOT NULL,
	CONSTRAINT pk_voucher PRIMARY KEY (number)
);

CREATE TABLE coupon (
	coupon_id TEXT NOT NULL,
	campaign_id TEXT NOT NULL,
	serial TEXT NOT NULL,
	short_code TEXT,
	member_id TEXT,
	store_id TEXT,
	state TEXT NOT NULL,
	flags BIGINT NOT NULL,
	value_minor BIGINT NOT NULL,
	issued_ms BIGINT NOT NULL,
	starts_ms BIGINT NOT NULL,
	expires_ms BIGINT NOT NULL,
	redeemed_sale_id TEXT,
	redeemed_store_id TEXT,
	redeemed_ms BIGINT,
	request_id TEXT,
	reserved_minor BIGINT DEFAULT 0 NOT NULL,
	given_by TEXT,
	allotted_to TEXT,
	allotted_incarnation BIGINT,
	use_until_ms BIGINT,
	earned_sale_id TEXT,
	earned_from_minor BIGINT,
	CONSTRAINT pk_coupon PRIMARY KEY (coupon_id),
	CONSTRAINT ck_coupon_state CHECK (state IN ('issued', 'held', 'redeemed', 'returned', 'expired', 'void')),
	CONSTRAINT fk_coupon_campaign_id_campaign FOREIGN KEY(campaign_id) REFERENCES campaign (campaign_id),
	CONSTRAINT uq_coupon_serial UNIQUE (serial),
	CONSTRAINT uq_coupon_short_code UNIQUE (short_code),
	CONSTRAINT uq_coupon_request_id UNIQUE (request_id)
);

CREATE INDEX ix_coupon_allotted_to ON coupon (allotted_to);

CREATE INDEX ix_coupon_campaign_id ON coupon (campaign_id);

CREATE INDEX ix_coupon_earned_sale_id ON coupon (earned_sale_id);

CREATE INDEX ix_coupon_expires_ms ON coupon (expires_ms);

CREATE INDEX ix_coupon_issued_ms ON coupon (issued_ms);

CREATE INDEX ix_coupon_member_id ON coupon (member_id);

CREATE INDEX ix_coupon_redeemed_sale_id ON coupon (redeemed_sale_id);

CREATE TABLE hand_over_line (
	hand_over_id TEXT NOT NULL,
	line_id TEXT NOT NULL,
	qty_milli BIGINT NOT NULL,
	amount_minor BIGINT NOT NULL,
	CONSTRAINT pk_hand_over_line PRIMARY KEY (hand_over_id, line_id),
	CONSTRAINT fk_hand_over_line_hand_over_id_hand_over FOREIGN KEY(hand_over_id) REFERENCES hand_over (hand_over_id)
);

CREATE TABLE store (
	store_id TEXT NOT NULL,
	tenant_id BIGINT NOT NULL,
	store_number BIGINT NOT NULL,
	name TEXT NOT NULL,
	address TEXT NOT NULL,
	legal_id TEXT NOT NULL,
	time_zone TEXT NOT NULL,
	currency TEXT NOT NULL,
	day_cutoff_minutes BIGINT NOT NULL,
	languages TEXT NOT NULL,
	receipt_language TEXT NOT NULL,
	receipt_base_url TEXT NOT NULL,
	cash_step_minor BIGINT NOT NULL,
	cash_rounding TEXT NOT NULL,
	cash_exact BIGINT NOT NULL,
	tenders TEXT NOT NULL,
	prices_include_tax BIGINT NOT NULL,
	tax_per TEXT DEFAULT 'rate' NOT NULL,
	region TEXT DEFAULT '' NOT NULL,
	return_policy TEXT DEFAULT 'claw_back' NOT NULL,
	return_days BIGINT DEFAULT 30 NOT NULL,
	offline_coupon_minor BIGINT,
	offline_period_minor BIGINT,
	payment_url TEXT DEFAULT '' NOT NULL,
	points TEXT DEFAULT 'null' NOT NULL,
	stored_value TEXT DEFAULT 'null' NOT NULL,
	tiers TEXT DEFAULT '[]' NOT NULL,
	tier_window_days BIGINT DEFAULT 365 NOT NULL,
	web_buffers TEXT DEFAULT '[]' NOT NULL,
	latitude_e6 BIGINT,
	longitude_e6 BIGINT,
	promises TEXT DEFAULT 'null' NOT NULL,
	late_minutes BIGINT DEFAULT 10 NOT NULL,
	late_campaign TEXT DEFAULT '' NOT NULL,
	pickup_days BIGINT DEFAULT 7 NOT NULL,
	perishable_hours BIGINT DEFAULT 0 NOT NULL,
	perishable_categories TEXT DEFAULT '[]' NOT NULL,
	channels TEXT DEFAULT '[]' NOT NULL,
	markdowns TEXT DEFAULT '[]' NOT NULL,
	soon_days BIGINT DEFAULT 7 NOT NULL,
	count_limit_minor BIGINT,
	count_attempts BIGINT DEFAULT 2 NOT NULL,
	difference_persons BIGINT DEFAULT 2 NOT NULL,
	drawers TEXT DEFAULT 'shared' NOT NULL,
	float_minor BIGINT,
	busy_minutes BIGINT DEFAULT 0 NOT NULL,
	busy_until_ms BIGINT DEFAULT 0 NOT NULL,
	busy_said_ms BIGINT DEFAULT 0 NOT NULL,
	next_terminal BIGINT DEFAULT 1 NOT NULL,
	CONSTRAINT pk_store PRIMARY KEY (store_id),
	CONSTRAINT fk_store_tenant_id_tenant FOREIGN KEY(tenant_id) REFERENCES tenant (tenant_id),
	CONSTRAINT uq_store_store_number UNIQUE (store_number)
);

CREATE TABLE coupon_hold (
	hold_id TEXT NOT NULL,
	coupon_id TEXT NOT NULL,
	sale_id TEXT NOT NULL,
	terminal_id TEXT NOT NULL,
	state TEXT NOT NULL,
	expires_ms BIGINT NOT NULL,
	reserved_minor BIGINT DEFAULT 0 NOT NULL,
	CONSTRAINT pk_coupon_hold PRIMARY KEY (hold_id),
	CONSTRAINT uq_coupon_hold_coupon_id_sale_id UNIQUE (coupon_id, sale_id),
	CONSTRAINT ck_coupon_hold_state CHECK (state IN ('held', 'confirmed', 'released', 'expired')),
	CONSTRAINT fk_coupon_hold_coupon_id_coupon FOREIGN KEY(coupon_id) REFERENCES coupon (coupon_id)
);

CREATE TABLE enrol_code (
	handle TEXT NOT NULL,
	code_sha256 TEXT NOT NULL,
	store_id TEXT NOT NULL,
	terminal_id TEXT,
	expires_ms BIGINT NOT NULL,
	tries_left BIGINT NOT NULL,
	used_ms BIGINT,
	CONSTRAINT pk_enrol_code PRIMARY KEY (handle),
	CONSTRAINT fk_enrol_code_store_id_store FOREIGN KEY(store_id) REFERENCES store (store_id)
);

CREATE TABLE held_order (
	order_id TEXT NOT NULL,
	request_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	till_store TEXT NOT NULL,
	member_id TEXT,
	state TEXT NOT NULL,
	held_ms BIGINT NOT NULL,
	until_ms BIGINT NOT NULL,
	body TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_held_order PRIMARY KEY (order_id),
	CONSTRAINT ck_held_order_state CHECK (state IN ('held', 'released', 'placed')),
	CONSTRAINT uq_held_order_request_id UNIQUE (request_id),
	CONSTRAINT fk_held_order_store_id_store FOREIGN KEY(store_id) REFERENCES store (store_id)
);

CREATE INDEX ix_held_order_state_until_ms ON held_order (state, until_ms);

CREATE TABLE shop_order (
	order_id TEXT NOT NULL,
	number TEXT NOT NULL,
	store_id TEXT NOT NULL,
	member_id TEXT,
	channel TEXT NOT NULL,
	state TEXT NOT NULL,
	request_id TEXT,
	masked_name TEXT NOT NULL,
	phone_last4 TEXT NOT NULL,
	total_minor BIGINT NOT NULL,
	currency TEXT NOT NULL,
	points BIGINT DEFAULT 0 NOT NULL,
	placed_ms BIGINT NOT NULL,
	promised_ms BIGINT NOT NULL,
	ready_ms BIGINT,
	handed_over_ms BIGINT,
	shelf TEXT DEFAULT '' NOT NULL,
	secret_sha256 TEXT NOT NULL,
	pickup_code TEXT NOT NULL,
	bags BIGINT DEFAULT 0 NOT NULL,
	reason TEXT DEFAULT '' NOT NULL,
	deadline_ms BIGINT DEFAULT 0 NOT NULL,
	points_given BIGINT DEFAULT 0 NOT NULL,
	settled_minor BIGINT,
	paid_by_receipt TEXT DEFAULT '' NOT NULL,
	moved_from TEXT DEFAULT '' NOT NULL,
	fulfilment TEXT DEFAULT 'pickup' NOT NULL,
	platform_number TEXT DEFAULT '' NOT NULL,
	platform_code TEXT DEFAULT '' NOT NULL,
	address TEXT DEFAULT '' NOT NULL,
	contact TEXT DEFAULT '' NOT NULL,
	courier TEXT DEFAULT '' NOT NULL,
	no_shows BIGINT DEFAULT 0 NOT NULL,
	late TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_shop_order PRIMARY KEY (order_id),
	CONSTRAINT ck_shop_order_fulfilment CHECK (fulfilment IN ('pickup', 'courier')),
	CONSTRAINT ck_shop_order_state CHECK (state IN ('placed', 'accepted', 'picking', 'partly_picked', 'picked', 'packed', 'ready', 'partly_handed_over', 'handed_over', 'closed', 'rejected', 'cancelled', 'no_show', 'returned')),
	CONSTRAINT fk_shop_order_store_id_store FOREIGN KEY(store_id) REFERENCES store (store_id),
	CONSTRAINT uq_shop_order_request_id UNIQUE (request_id)
);

CREATE INDEX ix_shop_order_deadline_ms ON shop_order (deadline_ms);

CREATE INDEX ix_shop_order_member_id ON shop_order (member_id);

CREATE INDEX ix_shop_order_moved_from ON shop_order (moved_from);

CREATE INDEX ix_shop_order_promised_ms ON shop_order (promised_ms);

CREATE INDEX ix_shop_order_ready_ms ON shop_order (ready_ms);

CREATE INDEX ix_shop_order_store_state ON shop_order (store_id, state);

CREATE TABLE terminal (
	terminal_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	label TEXT NOT NULL,
	incarnation BIGINT NOT NULL,
	device_public_key TEXT NOT NULL,
	key_id TEXT NOT NULL,
	status TEXT NOT NULL,
	expected_seq BIGINT NOT NULL,
	head_hash TEXT NOT NULL,
	app_version TEXT NOT NULL,
	device_name TEXT NOT NULL,
	enrolled_ms BIGINT NOT NULL,
	heard_ms BIGINT DEFAULT 0 NOT NULL,
	CONSTRAINT pk_terminal PRIMARY KEY (terminal_id),
	CONSTRAINT ck_terminal_status CHECK (status IN ('active', 'quarantined', 'retired')),
	CONSTRAINT fk_terminal_store_id_store FOREIGN KEY(store_id) REFERENCES store (store_id),
	CONSTRAINT uq_terminal_key_id UNIQUE (key_id)
);

CREATE TABLE journal_entry (
	entry_id TEXT NOT NULL,
	terminal_id TEXT NOT NULL,
	incarnation BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	txid BIGINT NOT NULL,
	type TEXT NOT NULL,
	version BIGINT NOT NULL,
	wall_ms BIGINT NOT NULL,
	mono_ms BIGINT NOT NULL,
	actor TEXT NOT NULL,
	prev_hash TEXT NOT NULL,
	body TEXT NOT NULL,
	personal TEXT,
	salt TEXT,
	body_hash TEXT NOT NULL,
	personal_hash TEXT,
	hash TEXT NOT NULL,
	received_ms BIGINT NOT NULL,
	state TEXT NOT NULL,
	park_code TEXT NOT NULL,
	CONSTRAINT pk_journal_entry PRIMARY KEY (entry_id),
	CONSTRAINT uq_journal_entry_terminal_id_incarnation_seq UNIQUE (terminal_id, incarnation, seq),
	CONSTRAINT ck_journal_entry_state CHECK (state IN ('applied', 'parked')),
	CONSTRAINT fk_journal_entry_terminal_id_terminal FOREIGN KEY(terminal_id) REFERENCES terminal (terminal_id)
);

CREATE INDEX ix_journal_entry_parked ON journal_entry (state) WHERE state = 'parked';

CREATE TABLE order_event (
	id BIGSERIAL NOT NULL,
	order_id TEXT NOT NULL,
	step TEXT NOT NULL,
	terminal_id TEXT,
	actor TEXT NOT NULL,
	happened_ms BIGINT NOT NULL,
	entry_id TEXT,
	args TEXT DEFAULT '{}' NOT NULL,
	CONSTRAINT pk_order_event PRIMARY KEY (id),
	CONSTRAINT fk_order_event_order_id_shop_order FOREIGN KEY(order_id) REFERENCES shop_order (order_id)
);

CREATE INDEX ix_order_event_order_id ON order_event (order_id);

CREATE TABLE order_line (
	order_id TEXT NOT NULL,
	line_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	product_id TEXT NOT NULL,
	name TEXT NOT NULL,
	qty_milli BIGINT NOT NULL,
	total_minor BIGINT NOT NULL,
	min_age BIGINT DEFAULT 0 NOT NULL,
	options TEXT DEFAULT '[]' NOT NULL,
	pack_id TEXT DEFAULT '' NOT NULL,
	pack_pieces BIGINT DEFAULT 1 NOT NULL,
	deposit BIGINT DEFAULT 0 NOT NULL,
	deposit_of TEXT DEFAULT '' NOT NULL,
	substitutes TEXT DEFAULT '' NOT NULL,
	preference TEXT DEFAULT 'none' NOT NULL,
	cap_minor BIGINT DEFAULT 0 NOT NULL,
	picked_milli BIGINT DEFAULT 0 NOT NULL,
	handed_milli BIGINT DEFAULT 0 NOT NULL,
	handed_minor BIGINT DEFAULT 0 NOT NULL,
	refunded_milli BIGINT DEFAULT 0 NOT NULL,
	refunded_minor BIGINT DEFAULT 0 NOT NULL,
	moved_milli BIGINT DEFAULT 0 NOT NULL,
	moved_minor BIGINT DEFAULT 0 NOT NULL,
	returned_milli BIGINT DEFAULT 0 NOT NULL,
	returned_minor BIGINT DEFAULT 0 NOT NULL,
	put_back_milli BIGINT DEFAULT 0 NOT NULL,
	picker TEXT DEFAULT '' NOT NULL,
	category_id TEXT DEFAULT '' NOT NULL,
	cost_minor BIGINT,
	CONSTRAINT pk_order_line PRIMARY KEY (order_id, line_id),
	CONSTRAINT fk_order_line_order_id_shop_order FOREIGN KEY(order_id) REFERENCES shop_order (order_id)
);

CREATE TABLE order_price (
	order_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	channel TEXT NOT NULL,
	external_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	currency TEXT NOT NULL,
	list_minor BIGINT NOT NULL,
	tax_minor BIGINT NOT NULL,
	online_minor BIGINT NOT NULL,
	store_minor BIGINT NOT NULL,
	headquarters_minor BIGINT NOT NULL,
	brand_minor BIGINT NOT NULL,
	platform_minor BIGINT NOT NULL,
	commission_bp BIGINT NOT NULL,
	CONSTRAINT pk_order_price PRIMARY KEY (order_id),
	CONSTRAINT fk_order_price_order_id_shop_order FOREIGN KEY(order_id) REFERENCES shop_order (order_id)
);

CREATE INDEX ix_order_price_store_day ON order_price (store_id, business_day);

CREATE TABLE order_refund (
	refund_id TEXT NOT NULL,
	order_id TEXT NOT NULL,
	line_id TEXT NOT NULL,
	qty_milli BIGINT NOT NULL,
	amount_minor BIGINT NOT NULL,
	currency TEXT NOT NULL,
	cause TEXT NOT NULL,
	created_ms BIGINT NOT NULL,
	entry_id TEXT,
	paid_ms BIGINT,
	CONSTRAINT pk_order_refund PRIMARY KEY (refund_id),
	CONSTRAINT fk_order_refund_order_id_shop_order FOREIGN KEY(order_id) REFERENCES shop_order (order_id)
);

CREATE INDEX ix_order_refund_order_id ON order_refund (order_id);

CREATE INDEX ix_order_refund_paid_ms ON order_refund (paid_ms);

CREATE TABLE entry_exception (
	id BIGSERIAL NOT NULL,
	entry_id TEXT NOT NULL,
	terminal_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	args TEXT NOT NULL,
	state TEXT NOT NULL,
	created_ms BIGINT NOT NULL,
	done_ms BIGINT,
	action TEXT DEFAULT '' NOT NULL,
	settled_by TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_entry_exception PRIMARY KEY (id),
	CONSTRAINT ck_entry_exception_state CHECK (state IN ('open', 'done')),
	CONSTRAINT fk_entry_exception_entry_id_journal_entry FOREIGN KEY(entry_id) REFERENCES journal_entry (entry_id)
);

CREATE INDEX ix_entry_exception_entry_id ON entry_exception (entry_id);

CREATE INDEX ix_entry_exception_store_id ON entry_exception (store_id, state, id);

CREATE TABLE payment_doubt (
	payment_id TEXT NOT NULL,
	entry_id TEXT NOT NULL,
	terminal_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	sale_id TEXT NOT NULL,
	provider TEXT NOT NULL,
	amount_minor BIGINT NOT NULL,
	currency TEXT NOT NULL,
	noted_ms BIGINT NOT NULL,
	outcome TEXT NOT NULL,
	means TEXT NOT NULL,
	reference TEXT NOT NULL,
	approved_by TEXT,
	resolved_ms BIGINT,
	CONSTRAINT pk_payment_doubt PRIMARY KEY (payment_id),
	CONSTRAINT fk_payment_doubt_entry_id_journal_entry FOREIGN KEY(entry_id) REFERENCES journal_entry (entry_id)
);

CREATE INDEX ix_payment_doubt_store_outcome ON payment_doubt (store_id, outcome);

CREATE TABLE sale (
	sale_id TEXT NOT NULL,
	entry_id TEXT NOT NULL,
	terminal_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	receipt_number TEXT NOT NULL,
	shift_id TEXT NOT NULL,
	business_day TEXT NOT NULL,
	currency TEXT NOT NULL,
	sold_ms BIGINT NOT NULL,
	cashier_id TEXT NOT NULL,
	member_id TEXT,
	member_tier TEXT,
	catalog_version TEXT NOT NULL,
	list_minor BIGINT NOT NULL,
	discount_minor BIGINT NOT NULL,
	total_minor BIGINT NOT NULL,
	rounding_minor BIGINT NOT NULL,
	points_earned BIGINT NOT NULL,
	CONSTRAINT pk_sale PRIMARY KEY (sale_id),
	CONSTRAINT uq_sale_entry_id UNIQUE (entry_id),
	CONSTRAINT fk_sale_entry_id_journal_entry FOREIGN KEY(entry_id) REFERENCES journal_entry (entry_id)
);

CREATE INDEX ix_sale_receipt_number ON sale (receipt_number);

CREATE INDEX ix_sale_shift_id ON sale (shift_id);

CREATE INDEX ix_sale_store_day ON sale (store_id, business_day);

CREATE TABLE shift_z (
	shift_id TEXT NOT NULL,
	entry_id TEXT NOT NULL,
	terminal_id TEXT NOT NULL,
	store_id TEXT NOT NULL,
	shift_number BIGINT NOT NULL,
	z_number BIGINT NOT NULL,
	business_day TEXT NOT NULL,
	currency TEXT NOT NULL,
	opened_ms BIGINT NOT NULL,
	closed_ms BIGINT NOT NULL,
	sales_count BIGINT NOT NULL,
	total_minor BIGINT NOT NULL,
	rounding_minor BIGINT NOT NULL,
	hand_overs BIGINT NOT NULL,
	grand_total_sales_minor BIGINT NOT NULL,
	returns_count BIGINT NOT NULL,
	returns_minor BIGINT NOT NULL,
	grand_total_returns_minor BIGINT NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_shift_z PRIMARY KEY (shift_id),
	CONSTRAINT uq_shift_z_entry_id UNIQUE (entry_id),
	CONSTRAINT fk_shift_z_entry_id_journal_entry FOREIGN KEY(entry_id) REFERENCES journal_entry (entry_id)
);

CREATE INDEX ix_shift_z_store_day ON shift_z (store_id, business_day);

CREATE TABLE sale_discount (
	sale_id TEXT NOT NULL,
	line_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	funder TEXT NOT NULL,
	rule_id TEXT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	amount_minor BIGINT NOT NULL,
	tax_effect TEXT NOT NULL,
	coupon_id TEXT,
	CONSTRAINT pk_sale_discount PRIMARY KEY (sale_id, line_id, position, funder),
	CONSTRAINT fk_sale_discount_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
);

CREATE TABLE sale_line (
	sale_id TEXT NOT NULL,
	line_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	product_id TEXT,
	code TEXT,
	name TEXT NOT NULL,
	category_id TEXT NOT NULL,
	qty_milli BIGINT NOT NULL,
	sold_by TEXT NOT NULL,
	unit_price_minor BIGINT NOT NULL,
	list_minor BIGINT NOT NULL,
	discount_minor BIGINT NOT NULL,
	total_minor BIGINT NOT NULL,
	net_minor BIGINT NOT NULL,
	tax_minor BIGINT NOT NULL,
	tax_rate_bp BIGINT NOT NULL,
	points BIGINT NOT NULL,
	pack_id TEXT DEFAULT '' NOT NULL,
	pack_pieces BIGINT DEFAULT 1 NOT NULL,
	deposit BIGINT DEFAULT 0 NOT NULL,
	reward_id TEXT DEFAULT '' NOT NULL,
	reward_points BIGINT DEFAULT 0 NOT NULL,
	joining_points BIGINT DEFAULT 0 NOT NULL,
	order_id TEXT DEFAULT '' NOT NULL,
	order_line_id TEXT DEFAULT '' NOT NULL,
	cost_minor BIGINT,
	CONSTRAINT pk_sale_line PRIMARY KEY (sale_id, line_id),
	CONSTRAINT fk_sale_line_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
);

CREATE TABLE sale_line_option (
	sale_id TEXT NOT NULL,
	line_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	group_id TEXT NOT NULL,
	option_id TEXT NOT NULL,
	name TEXT NOT NULL,
	price_minor BIGINT NOT NULL,
	CONSTRAINT pk_sale_line_option PRIMARY KEY (sale_id, line_id, position),
	CONSTRAINT fk_sale_line_option_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
);

CREATE TABLE sale_return (
	sale_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	of_sale_id TEXT,
	of_receipt_number TEXT,
	policy TEXT NOT NULL,
	claw_back_minor BIGINT NOT NULL,
	refund_minor BIGINT NOT NULL,
	points_reversed BIGINT NOT NULL,
	doc TEXT NOT NULL,
	CONSTRAINT pk_sale_return PRIMARY KEY (sale_id, position),
	CONSTRAINT fk_sale_return_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
);

CREATE INDEX ix_sale_return_of_sale_id ON sale_return (of_sale_id);

CREATE TABLE sale_return_discount (
	sale_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	of_sale_id TEXT,
	of_line_id TEXT NOT NULL,
	rule_id TEXT NOT NULL,
	funder TEXT NOT NULL,
	tax_effect TEXT NOT NULL,
	why TEXT NOT NULL,
	amount_minor BIGINT NOT NULL,
	CONSTRAINT pk_sale_return_discount PRIMARY KEY (sale_id, position),
	CONSTRAINT fk_sale_return_discount_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
);

CREATE TABLE sale_return_line (
	sale_id TEXT NOT NULL,
	line_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	of_sale_id TEXT,
	of_line_id TEXT,
	product_id TEXT,
	name TEXT NOT NULL,
	category_id TEXT NOT NULL,
	qty_milli BIGINT NOT NULL,
	list_minor BIGINT NOT NULL,
	total_minor BIGINT NOT NULL,
	net_minor BIGINT NOT NULL,
	tax_minor BIGINT NOT NULL,
	tax_rate_bp BIGINT NOT NULL,
	reason TEXT NOT NULL,
	restock BIGINT NOT NULL,
	cost_minor BIGINT,
	CONSTRAINT pk_sale_return_line PRIMARY KEY (sale_id, line_id),
	CONSTRAINT fk_sale_return_line_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
);

CREATE INDEX ix_sale_return_line_of ON sale_return_line (of_sale_id, of_line_id);

CREATE TABLE sale_tax (
	sale_id TEXT NOT NULL,
	rate_bp BIGINT NOT NULL,
	net_minor BIGINT NOT NULL,
	tax_minor BIGINT NOT NULL,
	gross_minor BIGINT NOT NULL,
	CONSTRAINT pk_sale_tax PRIMARY KEY (sale_id, rate_bp),
	CONSTRAINT fk_sale_tax_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
);

CREATE TABLE sale_tender (
	sale_id TEXT NOT NULL,
	position BIGINT NOT NULL,
	kind TEXT NOT NULL,
	amount_minor BIGINT NOT NULL,
	tendered_minor BIGINT NOT NULL,
	change_minor BIGINT NOT NULL,
	reference TEXT,
	provider TEXT NOT NULL,
	points BIGINT DEFAULT 0 NOT NULL,
	CONSTRAINT pk_sale_tender PRIMARY KEY (sale_id, position),
	CONSTRAINT fk_sale_tender_sale_id_sale FOREIGN KEY(sale_id) REFERENCES sale (sale_id)
);
