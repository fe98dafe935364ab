<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>Approval</name>
        <message>
            <source>Who allows this?</source>
            <translation>Who allows this?</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>Somebody else</translation>
        </message>
        <message>
            <source>The staff list is older than three days: only managers can allow this.</source>
            <translation>The staff list is older than three days: only managers can allow this.</translation>
        </message>
        <message>
            <source>Nobody here can allow this</source>
            <translation>Nobody here can allow this</translation>
        </message>
        <message>
            <source>It needs another person with the right for it.</source>
            <translation>It needs another person with the right for it.</translation>
        </message>
    </context>
    <context>
        <name>Campaigns</name>
        <message>
            <source>Coupon campaigns</source>
            <translation>Coupon campaigns</translation>
        </message>
        <message>
            <source>From issued to redeemed</source>
            <translation>From issued to redeemed</translation>
        </message>
        <message>
            <source>What sales did to its coupons</source>
            <translation>What sales did to its coupons</translation>
        </message>
        <message>
            <source>Looking for receipt {number}</source>
            <translation>Looking for receipt {number}</translation>
        </message>
        <message>
            <source>Asking head office</source>
            <translation>Asking head office</translation>
        </message>
        <message>
            <source>The campaigns are not here</source>
            <translation>The campaigns are not here</translation>
        </message>
        <message>
            <source>Their accounts live at head office. Selling goes on; try again later.</source>
            <translation>Their accounts live at head office. Selling goes on; try again later.</translation>
        </message>
        <message>
            <source>No coupon campaigns</source>
            <translation>No coupon campaigns</translation>
        </message>
        <message>
            <source>Head office has none for this store.</source>
            <translation>Head office has none for this store.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>Show more</translation>
        </message>
        <message>
            <source>Let it count offline again</source>
            <translation>Let it count offline again</translation>
        </message>
        <message>
            <source>Why may it count offline again? Conflicts are counted anew from now on.</source>
            <translation>Why may it count offline again? Conflicts are counted anew from now on.</translation>
        </message>
        <message>
            <source>Leave it online only</source>
            <translation>Leave it online only</translation>
        </message>
        <message>
            <source>redeemed {redeemed} of {issued}</source>
            <translation>redeemed {redeemed} of {issued}</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>ended</translation>
        </message>
        <message>
            <source>conflicts: {count}</source>
            <translation>conflicts: {count}</translation>
        </message>
        <message>
            <source>figures of all stores</source>
            <translation>figures of all stores</translation>
        </message>
        <message>
            <source>this store</source>
            <translation>this store</translation>
        </message>
        <message>
            <source>running</source>
            <translation>running</translation>
        </message>
        <message>
            <source>offline right lost {when}: too many conflicts</source>
            <translation>offline right lost {when}: too many conflicts</translation>
        </message>
        <message>
            <source>counts without the network</source>
            <translation>counts without the network</translation>
        </message>
        <message>
            <source>online only</source>
            <translation>online only</translation>
        </message>
        <message>
            <source>The conflicts are cleared up</source>
            <translation>The conflicts are cleared up</translation>
        </message>
        <message>
            <source>The network works again</source>
            <translation>The network works again</translation>
        </message>
        <message>
            <source>Agreed with head office</source>
            <translation>Agreed with head office</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>In a wallet</source>
            <translation>In a wallet</translation>
        </message>
        <message>
            <source>Redeemed</source>
            <translation>Redeemed</translation>
        </message>
        <message>
            <source>Cost  {spent}</source>
            <translation>Cost  {spent}</translation>
        </message>
        <message>
            <source>Cost  {spent} of {budget}, {reserved} reserved</source>
            <translation>Cost  {spent} of {budget}, {reserved} reserved</translation>
        </message>
        <message>
            <source>Conflicts, on their own account: {count}, {amount}</source>
            <translation>Conflicts, on their own account: {count}, {amount}</translation>
        </message>
        <message>
            <source>before that {receipt}</source>
            <translation>before that {receipt}</translation>
        </message>
        <message>
            <source>Total {total}</source>
            <translation>Total {total}</translation>
        </message>
        <message>
            <source>Came back with its goods</source>
            <translation>Came back with its goods</translation>
        </message>
        <message>
            <source>Conflict: was not there to be used</source>
            <translation>Conflict: was not there to be used</translation>
        </message>
        <message>
            <source>Above the budget: on the account of conflicts</source>
            <translation>Above the budget: on the account of conflicts</translation>
        </message>
    </context>
    <context>
        <name>CashGrid</name>
        <message>
            <source>Pieces of {face}: {count}</source>
            <translation>Pieces of {face}: {count}</translation>
        </message>
        <message>
            <source>One {face} less</source>
            <translation>One {face} less</translation>
        </message>
        <message>
            <source>One {face} more</source>
            <translation>One {face} more</translation>
        </message>
    </context>
    <context>
        <name>CloseShift</name>
        <message>
            <source>Shift {number} is closed</source>
            <translation>Shift {number} is closed</translation>
        </message>
        <message>
            <source>Z {number} · {when}</source>
            <translation>Z {number} · {when}</translation>
        </message>
        <message>
            <source>Net sales {total} · receipts {count}</source>
            <translation>Net sales {total} · receipts {count}</translation>
        </message>
        <message>
            <source>Card payments not settled: {count}. They pay for nothing yet, or are in doubt.</source>
            <translation>Card payments not settled: {count}. They pay for nothing yet, or are in doubt.</translation>
        </message>
        <message>
            <source>Parked sales that stay: {count}. Recall or give them up, or leave them to the next shift.</source>
            <translation>Parked sales that stay: {count}. Recall or give them up, or leave them to the next shift.</translation>
        </message>
        <message>
            <source>Parked sales that have expired and will be given up: {count}.</source>
            <translation>Parked sales that have expired and will be given up: {count}.</translation>
        </message>
        <message>
            <source>Suspended shifts that stay open at this till: {count}. Each is counted on its own.</source>
            <translation>Suspended shifts that stay open at this till: {count}. Each is counted on its own.</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>Exact</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Over</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>Short</translation>
        </message>
        <message>
            <source>Count {number}: {amount} cash. It is kept.</source>
            <translation>Count {number}: {amount} cash. It is kept.</translation>
        </message>
        <message>
            <source>The provider's list was not heard. The shift closes all the same, and the Z says so.</source>
            <translation>The provider's list was not heard. The shift closes all the same, and the Z says so.</translation>
        </message>
        <message>
            <source>Cards {amount}: the provider's list agrees.</source>
            <translation>Cards {amount}: the provider's list agrees.</translation>
        </message>
        <message>
            <source>Still in doubt: {count}.</source>
            <translation>Still in doubt: {count}.</translation>
        </message>
        <message>
            <source>Cards {own} here, {theirs} on the provider's list. Orders that differ: {count}.</source>
            <translation>Cards {own} here, {theirs} on the provider's list. Orders that differ: {count}.</translation>
        </message>
        <message>
            <source>Order {number}: {own} here, nothing at the provider.</source>
            <translation>Order {number}: {own} here, nothing at the provider.</translation>
        </message>
        <message>
            <source>Order {number}: {theirs} at the provider, nothing here.</source>
            <translation>Order {number}: {theirs} at the provider, nothing here.</translation>
        </message>
        <message>
            <source>Order {number}: {own} here, {theirs} at the provider.</source>
            <translation>Order {number}: {own} here, {theirs} at the provider.</translation>
        </message>
        <message>
            <source>Order {number}: {theirs} at the provider, unknown to this till.</source>
            <translation>Order {number}: {theirs} at the provider, unknown to this till.</translation>
        </message>
        <message>
            <source>Counted {counted}, expected {expected}</source>
            <translation>Counted {counted}, expected {expected}</translation>
        </message>
        <message>
            <source>In the drawer {left} · to the safe {taken}</source>
            <translation>In the drawer {left} · to the safe {taken}</translation>
        </message>
        <message>
            <source>The Z cannot be shown. It is saved and prints all the same.</source>
            <translation>The Z cannot be shown. It is saved and prints all the same.</translation>
        </message>
        <message>
            <source>Drawing the Z</source>
            <translation>Drawing the Z</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>Close the day</translation>
        </message>
        <message>
            <source>Shift report</source>
            <translation>Shift report</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>The Z as it prints</source>
            <translation>The Z as it prints</translation>
        </message>
        <message>
            <source>The difference</source>
            <translation>The difference</translation>
        </message>
        <message>
            <source>The count is right</source>
            <translation>The count is right</translation>
        </message>
        <message>
            <source>Count once more ({count} left)</source>
            <translation>Count once more ({count} left)</translation>
        </message>
        <message>
            <source>Close with the difference</source>
            <translation>Close with the difference</translation>
        </message>
        <message>
            <source>Close shift</source>
            <translation>Close shift</translation>
        </message>
        <message>
            <source>An earlier count differed by {amount}, and cash was moved after it or no count is left: say why, and have it approved.</source>
            <translation>An earlier count differed by {amount}, and cash was moved after it or no count is left: say why, and have it approved.</translation>
        </message>
        <message>
            <source>Above the store's limit of {limit}: say why, and have it approved.</source>
            <translation>Above the store's limit of {limit}: say why, and have it approved.</translation>
        </message>
        <message>
            <source>Within the store's limit of {limit}.</source>
            <translation>Within the store's limit of {limit}.</translation>
        </message>
        <message>
            <source>Stays in the drawer</source>
            <translation>Stays in the drawer</translation>
        </message>
        <message>
            <source>The float of the next shift</source>
            <translation>The float of the next shift</translation>
        </message>
        <message>
            <source>More than was counted.</source>
            <translation>More than was counted.</translation>
        </message>
        <message>
            <source>To the safe: {amount}</source>
            <translation>To the safe: {amount}</translation>
        </message>
        <message>
            <source>Why does it differ?</source>
            <translation>Why does it differ?</translation>
        </message>
        <message>
            <source>In your own words</source>
            <translation>In your own words</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Ask again</translation>
        </message>
        <message>
            <source>Close shift {number}</source>
            <translation>Close shift {number}</translation>
        </message>
        <message>
            <source>Opened {when} by {name}</source>
            <translation>Opened {when} by {name}</translation>
        </message>
        <message>
            <source>Nothing is unfinished</source>
            <translation>Nothing is unfinished</translation>
        </message>
        <message>
            <source>No parked sale, no doubt, no order that waits.</source>
            <translation>No parked sale, no doubt, no order that waits.</translation>
        </message>
        <message>
            <source>To send: {count}. It is sent later; nothing is lost.</source>
            <translation>To send: {count}. It is sent later; nothing is lost.</translation>
        </message>
        <message>
            <source>Orders waiting to be picked up: {count}. They stay for the next shift.</source>
            <translation>Orders waiting to be picked up: {count}. They stay for the next shift.</translation>
        </message>
        <message>
            <source>Count the drawer</source>
            <translation>Count the drawer</translation>
        </message>
        <message>
            <source>Count once more: count {number}</source>
            <translation>Count once more: count {number}</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>Counted</translation>
        </message>
        <message>
            <source>The drawer, with the float</source>
            <translation>The drawer, with the float</translation>
        </message>
        <message>
            <source>The sum of the device</source>
            <translation>The sum of the device</translation>
        </message>
        <message>
            <source>Count first, look later: the till shows what it expects afterwards.</source>
            <translation>Count first, look later: the till shows what it expects afterwards.</translation>
        </message>
        <message>
            <source>Next tender</source>
            <translation>Next tender</translation>
        </message>
        <message>
            <source>The slips, by their value</source>
            <translation>The slips, by their value</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>DayClose</name>
        <message>
            <source>The shifts of the day</source>
            <translation>The shifts of the day</translation>
        </message>
        <message>
            <source>Close it all the same</source>
            <translation>Close it all the same</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>Close the day</translation>
        </message>
        <message>
            <source>The store's day</source>
            <translation>The store's day</translation>
        </message>
        <message>
            <source>Asking the other tills</source>
            <translation>Asking the other tills</translation>
        </message>
        <message>
            <source>The day {day}</source>
            <translation>The day {day}</translation>
        </message>
        <message>
            <source>✓  All tills of the store have closed.</source>
            <translation>✓  All tills of the store have closed.</translation>
        </message>
        <message>
            <source>△  Not everything of the day is here.</source>
            <translation>△  Not everything of the day is here.</translation>
        </message>
        <message>
            <source>△  Offline: only the shifts of this till are known.</source>
            <translation>△  Offline: only the shifts of this till are known.</translation>
        </message>
        <message>
            <source>Closed {when}.</source>
            <translation>Closed {when}.</translation>
        </message>
        <message>
            <source>Net sales</source>
            <translation>Net sales</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Difference</translation>
        </message>
        <message>
            <source>To the safe</source>
            <translation>To the safe</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>The day before</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>The day after</translation>
        </message>
        <message>
            <source>No shift of this day is closed</source>
            <translation>No shift of this day is closed</translation>
        </message>
        <message>
            <source>A shift stands here with its Z once it is closed.</source>
            <translation>A shift stands here with its Z once it is closed.</translation>
        </message>
        <message>
            <source>The day is not complete. What comes later stands apart; nothing closed changes.</source>
            <translation>The day is not complete. What comes later stands apart; nothing closed changes.</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>Till</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>Z no.</source>
            <translation>Z no.</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>Exact</translation>
        </message>
        <message>
            <source>{till}: a shift is still open. Close it there first.</source>
            <translation>{till}: a shift is still open. Close it there first.</translation>
        </message>
        <message>
            <source>{till}: not heard of. What it sold comes later and stands apart.</source>
            <translation>{till}: not heard of. What it sold comes later and stands apart.</translation>
        </message>
    </context>
    <context>
        <name>Drawer</name>
        <message>
            <source>Amount</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Why?</translation>
        </message>
        <message>
            <source>A note in your own words</source>
            <translation>A note in your own words</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>Drawer</translation>
        </message>
        <message>
            <source>Drawer · shift {number}</source>
            <translation>Drawer · shift {number}</translation>
        </message>
        <message>
            <source>The drawer of {name}, open since {when}.</source>
            <translation>The drawer of {name}, open since {when}.</translation>
        </message>
        <message>
            <source>A shared drawer, opened by {name}, {when}.</source>
            <translation>A shared drawer, opened by {name}, {when}.</translation>
        </message>
        <message>
            <source>What happened at the drawer</source>
            <translation>What happened at the drawer</translation>
        </message>
        <message>
            <source>Nothing happened at the drawer yet</source>
            <translation>Nothing happened at the drawer yet</translation>
        </message>
        <message>
            <source>Cash that moves without a sale stands here: who, why and how much.</source>
            <translation>Cash that moves without a sale stands here: who, why and how much.</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>Paid in</translation>
        </message>
        <message>
            <source>Paid out</source>
            <translation>Paid out</translation>
        </message>
        <message>
            <source>To the safe</source>
            <translation>To the safe</translation>
        </message>
        <message>
            <source>More float</source>
            <translation>More float</translation>
        </message>
        <message>
            <source>Open the drawer</source>
            <translation>Open the drawer</translation>
        </message>
        <message>
            <source>X report</source>
            <translation>X report</translation>
        </message>
        <message>
            <source>Suspend the shift</source>
            <translation>Suspend the shift</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>Suspended</translation>
        </message>
        <message>
            <source>Resumed</source>
            <translation>Resumed</translation>
        </message>
        <message>
            <source>Cash that comes into the drawer and is no sale.</source>
            <translation>Cash that comes into the drawer and is no sale.</translation>
        </message>
        <message>
            <source>Cash that leaves the drawer for something the shop buys or owes.</source>
            <translation>Cash that leaves the drawer for something the shop buys or owes.</translation>
        </message>
        <message>
            <source>Cash that goes from the drawer into the safe; it is not counted again.</source>
            <translation>Cash that goes from the drawer into the safe; it is not counted again.</translation>
        </message>
        <message>
            <source>Change that is brought to the drawer.</source>
            <translation>Change that is brought to the drawer.</translation>
        </message>
        <message>
            <source>The drawer opens without a sale. It stands in the Z.</source>
            <translation>The drawer opens without a sale. It stands in the Z.</translation>
        </message>
        <message>
            <source>The shift waits. Somebody goes on with it, or it is closed later.</source>
            <translation>The shift waits. Somebody goes on with it, or it is closed later.</translation>
        </message>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>What</source>
            <translation>What</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>{name}, allowed by {other}</source>
            <translation>{name}, allowed by {other}</translation>
        </message>
        <message>
            <source>X {number}</source>
            <translation>X {number}</translation>
        </message>
        <message>
            <source>The shift so far. Nothing is reset, and the shift goes on.</source>
            <translation>The shift so far. Nothing is reset, and the shift goes on.</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>The X as it prints</source>
            <translation>The X as it prints</translation>
        </message>
    </context>
    <context>
        <name>Exceptions</name>
        <message>
            <source>What has to be looked at</source>
            <translation>What has to be looked at</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Asking head office</source>
            <translation>Asking head office</translation>
        </message>
        <message>
            <source>The list is not here</source>
            <translation>The list is not here</translation>
        </message>
        <message>
            <source>It lives at head office. Selling goes on; try again later.</source>
            <translation>It lives at head office. Selling goes on; try again later.</translation>
        </message>
        <message>
            <source>Nothing to look at</source>
            <translation>Nothing to look at</translation>
        </message>
        <message>
            <source>Head office has no doubts about this store.</source>
            <translation>Head office has no doubts about this store.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>Settled</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>Show more</translation>
        </message>
        <message>
            <source>Note, if one is needed</source>
            <translation>Note, if one is needed</translation>
        </message>
        <message>
            <source>Looking for receipt {number}</source>
            <translation>Looking for receipt {number}</translation>
        </message>
        <message>
            <source>Receipt {number}</source>
            <translation>Receipt {number}</translation>
        </message>
        <message>
            <source>Really, at all tills? Tap again</source>
            <translation>Really, at all tills? Tap again</translation>
        </message>
        <message>
            <source>{when} · till {till} · {who}</source>
            <translation>{when} · till {till} · {who}</translation>
        </message>
        <message>
            <source>{when} · {who}: {action}</source>
            <translation>{when} · {who}: {action}</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>Exceptions</translation>
        </message>
        <message>
            <source>Exceptions · {count} open</source>
            <translation>Exceptions · {count} open</translation>
        </message>
        <message>
            <source>Total {total}</source>
            <translation>Total {total}</translation>
        </message>
        <message>
            <source>Something of it came back since.</source>
            <translation>Something of it came back since.</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Product</translation>
        </message>
        <message>
            <source>Offer</source>
            <translation>Offer</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Sold for</source>
            <translation>Sold for</translation>
        </message>
        <message>
            <source>Price at head office</source>
            <translation>Price at head office</translation>
        </message>
        <message>
            <source>Sum of the lines</source>
            <translation>Sum of the lines</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Paid</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation>Allowed</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>Used</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>Conflicts</translation>
        </message>
        <message>
            <source>Redeemed</source>
            <translation>Redeemed</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Provider</translation>
        </message>
        <message>
            <source>Sold</source>
            <translation>Sold</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>Came back</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>Store</translation>
        </message>
        <message>
            <source>Points too many</source>
            <translation>Points too many</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>Left in the store</source>
            <translation>Left in the store</translation>
        </message>
        <message>
            <source>Kept for orders</source>
            <translation>Kept for orders</translation>
        </message>
        <message>
            <source>On the delivery note</source>
            <translation>On the delivery note</translation>
        </message>
        <message>
            <source>Came</source>
            <translation>Came</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>Arrived</translation>
        </message>
        <message>
            <source>the till itself</source>
            <translation>the till itself</translation>
        </message>
        <message>
            <source>Head office has doubts about this store: {count}</source>
            <translation>Head office has doubts about this store: {count}</translation>
        </message>
        <message>
            <source>Show the list</source>
            <translation>Show the list</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>Buttons</source>
            <translation>Buttons</translation>
        </message>
        <message>
            <source>Pay</source>
            <translation>Pay</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>Member</translation>
        </message>
        <message>
            <source>Pickup</source>
            <translation>Pickup</translation>
        </message>
        <message>
            <source>Exact amount</source>
            <translation>Exact amount</translation>
        </message>
        <message>
            <source>Empty the basket</source>
            <translation>Empty the basket</translation>
        </message>
        <message>
            <source>Tenders and disabled</source>
            <translation>Tenders and disabled</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>Cash</translation>
        </message>
        <message>
            <source>Gift card</source>
            <translation>Gift card</translation>
        </message>
        <message>
            <source>Needs the network</source>
            <translation>Needs the network</translation>
        </message>
        <message>
            <source>Words and figures</source>
            <translation>Words and figures</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Fields</translation>
        </message>
        <message>
            <source>Name, code or phone</source>
            <translation>Name, code or phone</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>A phone number has 11 digits.</source>
            <translation>A phone number has 11 digits.</translation>
        </message>
        <message>
            <source>The basket is empty</source>
            <translation>The basket is empty</translation>
        </message>
        <message>
            <source>Scan something, or tap a product.</source>
            <translation>Scan something, or tap a product.</translation>
        </message>
        <message>
            <source>Pads</source>
            <translation>Pads</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>Products</translation>
        </message>
        <message>
            <source>Basket</source>
            <translation>Basket</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Paid. The receipt is printing.</source>
            <translation>Paid. The receipt is printing.</translation>
        </message>
        <message>
            <source>The basket was brought back as it was.</source>
            <translation>The basket was brought back as it was.</translation>
        </message>
        <message>
            <source>Head office cannot be reached. Selling goes on.</source>
            <translation>Head office cannot be reached. Selling goes on.</translation>
        </message>
        <message>
            <source>The printer does not answer. This sale is saved.</source>
            <translation>The printer does not answer. This sale is saved.</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>Nothing to do here</source>
            <translation>Nothing to do here</translation>
        </message>
        <message>
            <source>Receipts an hour, takings by tender</source>
            <translation>Receipts an hour, takings by tender</translation>
        </message>
        <message>
            <source>Receipts an hour</source>
            <translation>Receipts an hour</translation>
        </message>
        <message>
            <source>Over and short</source>
            <translation>Over and short</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>Takings by tender</source>
            <translation>Takings by tender</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Lists and tables</source>
            <translation>Lists and tables</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>Discounts</translation>
        </message>
        <message>
            <source>Gallery</source>
            <translation>Gallery</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Light or dark</translation>
        </message>
        <message>
            <source>Open a panel</source>
            <translation>Open a panel</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Till 02</source>
            <translation>Till 02</translation>
        </message>
        <message>
            <source>Online · everything works</source>
            <translation>Online · everything works</translation>
        </message>
        <message>
            <source>To send: 0</source>
            <translation>To send: 0</translation>
        </message>
        <message>
            <source>Favourites</source>
            <translation>Favourites</translation>
        </message>
        <message>
            <source>Coffee</source>
            <translation>Coffee</translation>
        </message>
        <message>
            <source>Tea</source>
            <translation>Tea</translation>
        </message>
        <message>
            <source>Bakery</source>
            <translation>Bakery</translation>
        </message>
        <message>
            <source>Gifts</source>
            <translation>Gifts</translation>
        </message>
        <message>
            <source>App</source>
            <translation>App</translation>
        </message>
        <message>
            <source>18 min</source>
            <translation>18 min</translation>
        </message>
        <message>
            <source>2 left</source>
            <translation>2 left</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>Gold</source>
            <translation>Gold</translation>
        </message>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Options</translation>
        </message>
        <message>
            <source>Member price</source>
            <translation>Member price</translation>
        </message>
        <message>
            <source>Second at half price</source>
            <translation>Second at half price</translation>
        </message>
        <message>
            <source>One more saves ¥6.00</source>
            <translation>One more saves ¥6.00</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Paid</translation>
        </message>
        <message>
            <source>New orders</source>
            <translation>New orders</translation>
        </message>
        <message>
            <source>Start picking</source>
            <translation>Start picking</translation>
        </message>
        <message>
            <source>Due in 6 min</source>
            <translation>Due in 6 min</translation>
        </message>
        <message>
            <source>Picking</source>
            <translation>Picking</translation>
        </message>
        <message>
            <source>Go on picking</source>
            <translation>Go on picking</translation>
        </message>
        <message>
            <source>4 min late</source>
            <translation>4 min late</translation>
        </message>
        <message>
            <source>1 missing</source>
            <translation>1 missing</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Take payment and hand over</source>
            <translation>Take payment and hand over</translation>
        </message>
        <message>
            <source>41 min</source>
            <translation>41 min</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>Exceptions</translation>
        </message>
        <message>
            <source>Net sales</source>
            <translation>Net sales</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>Receipts</translation>
        </message>
        <message>
            <source>Average receipt</source>
            <translation>Average receipt</translation>
        </message>
        <message>
            <source>Member share</source>
            <translation>Member share</translation>
        </message>
        <message>
            <source>97% in time</source>
            <translation>97% in time</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>Short</translation>
        </message>
        <message>
            <source>Within the limit</source>
            <translation>Within the limit</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>Last week</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>Last year</translation>
        </message>
        <message>
            <source>WeChat Pay</source>
            <translation>WeChat Pay</translation>
        </message>
        <message>
            <source>Alipay</source>
            <translation>Alipay</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>Card</translation>
        </message>
        <message>
            <source>Not sold here</source>
            <translation>Not sold here</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Campaign</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>Times</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Amount</translation>
        </message>
    </context>
    <context>
        <name>Health</name>
        <message>
            <source>Trying</source>
            <translation>Trying</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Try now</translation>
        </message>
        <message>
            <source>End the drill</source>
            <translation>End the drill</translation>
        </message>
        <message>
            <source>Drill: head office is not asked and not heard. It ends after an hour.</source>
            <translation>Drill: head office is not asked and not heard. It ends after an hour.</translation>
        </message>
        <message>
            <source>Act as if offline</source>
            <translation>Act as if offline</translation>
        </message>
        <message>
            <source>Practise a day without a network. Sales wait here and are sent after it.</source>
            <translation>Practise a day without a network. Sales wait here and are sent after it.</translation>
        </message>
        <message>
            <source>Last contact with head office: {age}</source>
            <translation>Last contact with head office: {age}</translation>
        </message>
        <message>
            <source>Everything is at head office</source>
            <translation>Everything is at head office</translation>
        </message>
        <message>
            <source>The oldest: {age}. Nothing is lost.</source>
            <translation>The oldest: {age}. Nothing is lost.</translation>
        </message>
        <message>
            <source>To send</source>
            <translation>To send</translation>
        </message>
        <message>
            <source>No error</source>
            <translation>No error</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>What the counter can do</source>
            <translation>What the counter can do</translation>
        </message>
        <message>
            <source>How old the data is</source>
            <translation>How old the data is</translation>
        </message>
        <message>
            <source>Last error</source>
            <translation>Last error</translation>
        </message>
        <message>
            <source>Never came</source>
            <translation>Never came</translation>
        </message>
        <message>
            <source>Just now</source>
            <translation>Just now</translation>
        </message>
        <message>
            <source>{count} s ago</source>
            <translation>{count} s ago</translation>
        </message>
        <message>
            <source>{count} min ago</source>
            <translation>{count} min ago</translation>
        </message>
        <message>
            <source>{count} h ago</source>
            <translation>{count} h ago</translation>
        </message>
        <message>
            <source>Since {moment}</source>
            <translation>Since {moment}</translation>
        </message>
        <message>
            <source>{have} of {all}</source>
            <translation>{have} of {all}</translation>
        </message>
        <message>
            <source>{reason} {since}</source>
            <translation>{reason} {since}</translation>
        </message>
        <message>
            <source>{name}: {reason}</source>
            <translation>{name}: {reason}</translation>
        </message>
        <message>
            <source>Head office corrects them. {count} more are not shown.</source>
            <translation>Head office corrects them. {count} more are not shown.</translation>
        </message>
        <message>
            <source>Head office corrects them; selling goes on without them.</source>
            <translation>Head office corrects them; selling goes on without them.</translation>
        </message>
        <message>
            <source>{amount} at {time}</source>
            <translation>{amount} at {time}</translation>
        </message>
        <message>
            <source>The provider does not give this money back for a return.</source>
            <translation>The provider does not give this money back for a return.</translation>
        </message>
        <message>
            <source>The customer's money is here, and no sale uses it.</source>
            <translation>The customer's money is here, and no sale uses it.</translation>
        </message>
        <message>
            <source>Nobody knows yet whether this money is back with the customer.</source>
            <translation>Nobody knows yet whether this money is back with the customer.</translation>
        </message>
        <message>
            <source>Nobody knows yet whether this money has moved.</source>
            <translation>Nobody knows yet whether this money has moved.</translation>
        </message>
        <message>
            <source>Campaigns set aside</source>
            <translation>Campaigns set aside</translation>
        </message>
        <message>
            <source>Selling is stopped</source>
            <translation>Selling is stopped</translation>
        </message>
        <message>
            <source>Somebody should look at this</source>
            <translation>Somebody should look at this</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Ask again</translation>
        </message>
        <message>
            <source>Give it back</source>
            <translation>Give it back</translation>
        </message>
        <message>
            <source>It was given back</source>
            <translation>It was given back</translation>
        </message>
        <message>
            <source>It is paid</source>
            <translation>It is paid</translation>
        </message>
        <message>
            <source>It is not paid</source>
            <translation>It is not paid</translation>
        </message>
        <message>
            <source>Payments that wait for somebody</source>
            <translation>Payments that wait for somebody</translation>
        </message>
        <message>
            <source>And {count} more.</source>
            <translation>And {count} more.</translation>
        </message>
    </context>
    <context>
        <name>KeyPad</name>
        <message>
            <source>Number pad</source>
            <translation>Number pad</translation>
        </message>
        <message>
            <source>Delete last digit</source>
            <translation>Delete last digit</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Loop POS</source>
            <translation>Loop POS</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Close message</source>
            <translation>Close message</translation>
        </message>
    </context>
    <context>
        <name>OpenShift</name>
        <message>
            <source>Good day, {name}</source>
            <translation>Good day, {name}</translation>
        </message>
        <message>
            <source>By denomination</source>
            <translation>By denomination</translation>
        </message>
        <message>
            <source>Float</source>
            <translation>Float</translation>
        </message>
        <message>
            <source>Your own drawer: nobody else sells from it.</source>
            <translation>Your own drawer: nobody else sells from it.</translation>
        </message>
        <message>
            <source>A shared drawer: everybody at this till sells from it.</source>
            <translation>A shared drawer: everybody at this till sells from it.</translation>
        </message>
        <message>
            <source>No earlier close is known for this drawer.</source>
            <translation>No earlier close is known for this drawer.</translation>
        </message>
        <message>
            <source>The last close left {amount}.</source>
            <translation>The last close left {amount}.</translation>
        </message>
        <message>
            <source>{amount} more than that.</source>
            <translation>{amount} more than that.</translation>
        </message>
        <message>
            <source>{amount} less than that.</source>
            <translation>{amount} less than that.</translation>
        </message>
        <message>
            <source>Go on with shift {number}</source>
            <translation>Go on with shift {number}</translation>
        </message>
        <message>
            <source>{name}, since {when}</source>
            <translation>{name}, since {when}</translation>
        </message>
        <message>
            <source>Count the change in the drawer, by denomination or as one amount.</source>
            <translation>Count the change in the drawer, by denomination or as one amount.</translation>
        </message>
        <message>
            <source>Open shift</source>
            <translation>Open shift</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>Somebody else</translation>
        </message>
    </context>
    <context>
        <name>Order</name>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Where does the customer get it?</source>
            <translation>Where does the customer get it?</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Ask again</translation>
        </message>
        <message>
            <source>How many?</source>
            <translation>How many?</translation>
        </message>
        <message>
            <source>For whom?</source>
            <translation>For whom?</translation>
        </message>
        <message>
            <source>Put it into the basket</source>
            <translation>Put it into the basket</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>Phone number</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>{price} each, before offers</source>
            <translation>{price} each, before offers</translation>
        </message>
        <message>
            <source>Deliver to an address</source>
            <translation>Deliver to an address</translation>
        </message>
        <message>
            <source>from the nearest store that has it</source>
            <translation>from the nearest store that has it</translation>
        </message>
        <message>
            <source>Asking head office where it can be had…</source>
            <translation>Asking head office where it can be had…</translation>
        </message>
        <message>
            <source>No store can promise as many, as of {when}.</source>
            <translation>No store can promise as many, as of {when}.</translation>
        </message>
        <message>
            <source>As of {when}</source>
            <translation>As of {when}</translation>
        </message>
        <message>
            <source>The store that sends it says when; it stands on the receipt.</source>
            <translation>The store that sends it says when; it stands on the receipt.</translation>
        </message>
        <message>
            <source>Ready about {when} if it is paid now</source>
            <translation>Ready about {when} if it is paid now</translation>
        </message>
        <message>
            <source>For member {name}</source>
            <translation>For member {name}</translation>
        </message>
        <message>
            <source>Here, later</source>
            <translation>Here, later</translation>
        </message>
        <message>
            <source>{count}, not enough</source>
            <translation>{count}, not enough</translation>
        </message>
    </context>
    <context>
        <name>Parked</name>
        <message>
            <source>Park this sale</source>
            <translation>Park this sale</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>A name helps to find it again. Coupons are free for others meanwhile.</source>
            <translation>A name helps to find it again. Coupons are free for others meanwhile.</translation>
        </message>
        <message>
            <source>Only a part of it: split</source>
            <translation>Only a part of it: split</translation>
        </message>
        <message>
            <source>Park</source>
            <translation>Park</translation>
        </message>
        <message>
            <source>Split the sale</source>
            <translation>Split the sale</translation>
        </message>
        <message>
            <source>What goes into the second sale? It is parked, and paid after this one.</source>
            <translation>What goes into the second sale? It is parked, and paid after this one.</translation>
        </message>
        <message>
            <source>Name (may stay empty)</source>
            <translation>Name (may stay empty)</translation>
        </message>
        <message>
            <source>Stays here</source>
            <translation>Stays here</translation>
        </message>
        <message>
            <source>Second sale</source>
            <translation>Second sale</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Split</translation>
        </message>
        <message>
            <source>Parked sales</source>
            <translation>Parked sales</translation>
        </message>
        <message>
            <source>Nothing is parked</source>
            <translation>Nothing is parked</translation>
        </message>
        <message>
            <source>F6 puts the basket aside until its customer is back.</source>
            <translation>F6 puts the basket aside until its customer is back.</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>Give it up</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>Park this basket first</source>
            <translation>Park this basket first</translation>
        </message>
        <message>
            <source>Put both together</source>
            <translation>Put both together</translation>
        </message>
        <message>
            <source>Goods of another customer are in the basket. What becomes of them?</source>
            <translation>Goods of another customer are in the basket. What becomes of them?</translation>
        </message>
        <message>
            <source>Give this sale up? It is noted in the journal.</source>
            <translation>Give this sale up? It is noted in the journal.</translation>
        </message>
        <message>
            <source>Changed since it was parked</source>
            <translation>Changed since it was parked</translation>
        </message>
        <message>
            <source>The discount on the whole sale was left out. Give it anew if it holds.</source>
            <translation>The discount on the whole sale was left out. Give it anew if it holds.</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>of {all}</source>
            <translation>of {all}</translation>
        </message>
        <message>
            <source>{time} · {who} · {pieces} pcs · kept until {until}</source>
            <translation>{time} · {who} · {pieces} pcs · kept until {until}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Expired and given up: {sales}</source>
            <translation>Expired and given up: {sales}</translation>
        </message>
        <message>
            <source>Parked at {before}, now {after}.</source>
            <translation>Parked at {before}, now {after}.</translation>
        </message>
        <message>
            <source>The price has changed</source>
            <translation>The price has changed</translation>
        </message>
        <message>
            <source>No longer in the catalog: the price stays</source>
            <translation>No longer in the catalog: the price stays</translation>
        </message>
        <message>
            <source>The price by hand was left out</source>
            <translation>The price by hand was left out</translation>
        </message>
    </context>
    <context>
        <name>Pay</name>
        <message>
            <source>Next customer</source>
            <translation>Next customer</translation>
        </message>
        <message>
            <source>Finish and print</source>
            <translation>Finish and print</translation>
        </message>
        <message>
            <source>Give {part} back</source>
            <translation>Give {part} back</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>Taken</translation>
        </message>
        <message>
            <source>Goods ({pieces})</source>
            <translation>Goods ({pieces})</translation>
        </message>
        <message>
            <source>Returned goods</source>
            <translation>Returned goods</translation>
        </message>
        <message>
            <source>Rounding to coins</source>
            <translation>Rounding to coins</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Paid. Receipt {number}</source>
            <translation>Paid. Receipt {number}</translation>
        </message>
        <message>
            <source>To pay on the other device</source>
            <translation>To pay on the other device</translation>
        </message>
        <message>
            <source>Confirm only when it shows on your own device. Last 4 digits: {digits}</source>
            <translation>Confirm only when it shows on your own device. Last 4 digits: {digits}</translation>
        </message>
        <message>
            <source>the member is {tier} now</source>
            <translation>the member is {tier} now</translation>
        </message>
        <message>
            <source>Coupons on the receipt: {count}</source>
            <translation>Coupons on the receipt: {count}</translation>
        </message>
        <message>
            <source>Charge {amount}</source>
            <translation>Charge {amount}</translation>
        </message>
        <message>
            <source>Card at the terminal</source>
            <translation>Card at the terminal</translation>
        </message>
        <message>
            <source>Confirm {amount}</source>
            <translation>Confirm {amount}</translation>
        </message>
        <message>
            <source>Number and value</source>
            <translation>Number and value</translation>
        </message>
        <message>
            <source>Card or code</source>
            <translation>Card or code</translation>
        </message>
        <message>
            <source>Scan the payment code</source>
            <translation>Scan the payment code</translation>
        </message>
        <message>
            <source>Take {amount} of it</source>
            <translation>Take {amount} of it</translation>
        </message>
        <message>
            <source>As head office says just now.</source>
            <translation>As head office says just now.</translation>
        </message>
        <message>
            <source>Head office is asked; this till knows this so far.</source>
            <translation>Head office is asked; this till knows this so far.</translation>
        </message>
        <message>
            <source>As this till knows. Head office does not answer.</source>
            <translation>As this till knows. Head office does not answer.</translation>
        </message>
        <message>
            <source>Points: {points}</source>
            <translation>Points: {points}</translation>
        </message>
        <message>
            <source>Earned here and not settled yet: {points}</source>
            <translation>Earned here and not settled yet: {points}</translation>
        </message>
        <message>
            <source>Pay with points</source>
            <translation>Pay with points</translation>
        </message>
        <message>
            <source>Balance: {amount}</source>
            <translation>Balance: {amount}</translation>
        </message>
        <message>
            <source>{amount} of it added by the store</source>
            <translation>{amount} of it added by the store</translation>
        </message>
        <message>
            <source>Pay with the balance</source>
            <translation>Pay with the balance</translation>
        </message>
        <message>
            <source>In doubt</source>
            <translation>In doubt</translation>
        </message>
        <message>
            <source>To pay by card or code</source>
            <translation>To pay by card or code</translation>
        </message>
        <message>
            <source>The code was scanned. Enter charges it.</source>
            <translation>The code was scanned. Enter charges it.</translation>
        </message>
        <message>
            <source>Scan the payment code, or take the card at the terminal.</source>
            <translation>Scan the payment code, or take the card at the terminal.</translation>
        </message>
        <message>
            <source>The provider is asked…</source>
            <translation>The provider is asked…</translation>
        </message>
        <message>
            <source>Waiting for the customer: {seconds} s</source>
            <translation>Waiting for the customer: {seconds} s</translation>
        </message>
        <message>
            <source>Nobody knows yet whether the money has moved.</source>
            <translation>Nobody knows yet whether the money has moved.</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>Given back</translation>
        </message>
        <message>
            <source>Done. Receipt {number}</source>
            <translation>Done. Receipt {number}</translation>
        </message>
        <message>
            <source>To give back in cash</source>
            <translation>To give back in cash</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Points</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>Balance</translation>
        </message>
        <message>
            <source>To give back</source>
            <translation>To give back</translation>
        </message>
        <message>
            <source>Give it back on your own device first, then finish.</source>
            <translation>Give it back on your own device first, then finish.</translation>
        </message>
        <message>
            <source>The provider gives its part back once this is finished.</source>
            <translation>The provider gives its part back once this is finished.</translation>
        </message>
        <message>
            <source>Give {amount} back so</source>
            <translation>Give {amount} back so</translation>
        </message>
        <message>
            <source>{amount} back</source>
            <translation>{amount} back</translation>
        </message>
        <message>
            <source>All in cash instead</source>
            <translation>All in cash instead</translation>
        </message>
        <message>
            <source>As it was paid</source>
            <translation>As it was paid</translation>
        </message>
        <message>
            <source>Nothing is to pay.</source>
            <translation>Nothing is to pay.</translation>
        </message>
        <message>
            <source>Still to pay</source>
            <translation>Still to pay</translation>
        </message>
        <message>
            <source>Everything is there.</source>
            <translation>Everything is there.</translation>
        </message>
        <message>
            <source>{amount} of the voucher are not given back.</source>
            <translation>{amount} of the voucher are not given back.</translation>
        </message>
        <message>
            <source>The voucher is worth {amount} more: given back in coins.</source>
            <translation>The voucher is worth {amount} more: given back in coins.</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>To pay</translation>
        </message>
        <message>
            <source>Choose how much</source>
            <translation>Choose how much</translation>
        </message>
        <message>
            <source>To use, for {amount}</source>
            <translation>To use, for {amount}</translation>
        </message>
        <message>
            <source>Touch the tender in which {amount} goes back.</source>
            <translation>Touch the tender in which {amount} goes back.</translation>
        </message>
        <message>
            <source>Received {received}, still {missing}</source>
            <translation>Received {received}, still {missing}</translation>
        </message>
        <message>
            <source>Received {received} in cash</source>
            <translation>Received {received} in cash</translation>
        </message>
        <message>
            <source>Or exactly {amount} in small coins</source>
            <translation>Or exactly {amount} in small coins</translation>
        </message>
        <message>
            <source>Taken so far: {amount}</source>
            <translation>Taken so far: {amount}</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>Cash</translation>
        </message>
        <message>
            <source>Other device</source>
            <translation>Other device</translation>
        </message>
        <message>
            <source>Confirmed by hand</source>
            <translation>Confirmed by hand</translation>
        </message>
        <message>
            <source>Exactly {amount}</source>
            <translation>Exactly {amount}</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Pay {amount} so</source>
            <translation>Pay {amount} so</translation>
        </message>
        <message>
            <source>To use</source>
            <translation>To use</translation>
        </message>
        <message>
            <source>As much as possible</source>
            <translation>As much as possible</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>Voucher</translation>
        </message>
        <message>
            <source>Scan the voucher, or type its number; then the value printed on it.</source>
            <translation>Scan the voucher, or type its number; then the value printed on it.</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>Take the voucher</source>
            <translation>Take the voucher</translation>
        </message>
        <message>
            <source>The customer is asked on the phone</source>
            <translation>The customer is asked on the phone</translation>
        </message>
        <message>
            <source>It is called back by itself in {seconds} s.</source>
            <translation>It is called back by itself in {seconds} s.</translation>
        </message>
        <message>
            <source>Do not take the money twice: ask the customer whether the phone shows it as paid.</source>
            <translation>Do not take the money twice: ask the customer whether the phone shows it as paid.</translation>
        </message>
        <message>
            <source>Call it back</source>
            <translation>Call it back</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Ask again</translation>
        </message>
        <message>
            <source>Pay otherwise</source>
            <translation>Pay otherwise</translation>
        </message>
        <message>
            <source>The phone shows it paid</source>
            <translation>The phone shows it paid</translation>
        </message>
        <message>
            <source>It is not paid</source>
            <translation>It is not paid</translation>
        </message>
        <message>
            <source>Head office is asked…</source>
            <translation>Head office is asked…</translation>
        </message>
        <message>
            <source>Is it the member?</source>
            <translation>Is it the member?</translation>
        </message>
        <message>
            <source>A phone number alone does not spend. Scan the code on the member's phone, or let the member type here.</source>
            <translation>A phone number alone does not spend. Scan the code on the member's phone, or let the member type here.</translation>
        </message>
        <message>
            <source>PIN of the member</source>
            <translation>PIN of the member</translation>
        </message>
        <message>
            <source>Code by message</source>
            <translation>Code by message</translation>
        </message>
        <message>
            <source>Send a code to the member's phone</source>
            <translation>Send a code to the member's phone</translation>
        </message>
    </context>
    <context>
        <name>Pickup</name>
        <message>
            <source>{age}+ check</source>
            <translation>{age}+ check</translation>
        </message>
        <message>
            <source>Shelf {shelf}</source>
            <translation>Shelf {shelf}</translation>
        </message>
        <message>
            <source>{minutes} late</source>
            <translation>{minutes} late</translation>
        </message>
        <message>
            <source>{minutes} left</source>
            <translation>{minutes} left</translation>
        </message>
        <message>
            <source>Busy</source>
            <translation>Busy</translation>
        </message>
        <message>
            <source>New orders are promised later. What was promised stays as it is.</source>
            <translation>New orders are promised later. What was promised stays as it is.</translation>
        </message>
        <message>
            <source>Orders take longer by</source>
            <translation>Orders take longer by</translation>
        </message>
        <message>
            <source>For the next</source>
            <translation>For the next</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} min</translation>
        </message>
        <message>
            <source>{count} h</source>
            <translation>{count} h</translation>
        </message>
        <message>
            <source>Not busy any more</source>
            <translation>Not busy any more</translation>
        </message>
        <message>
            <source>Say that we are busy</source>
            <translation>Say that we are busy</translation>
        </message>
        <message>
            <source>Busy: +{minutes} min until {time}</source>
            <translation>Busy: +{minutes} min until {time}</translation>
        </message>
        <message>
            <source>Start picking</source>
            <translation>Start picking</translation>
        </message>
        <message>
            <source>Go on picking</source>
            <translation>Go on picking</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Put back</translation>
        </message>
        <message>
            <source>Goods come back</source>
            <translation>Goods come back</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>{amount} to pay</source>
            <translation>{amount} to pay</translation>
        </message>
        <message>
            <source>{count}× not collected</source>
            <translation>{count}× not collected</translation>
        </message>
        <message>
            <source>Web shop</source>
            <translation>Web shop</translation>
        </message>
        <message>
            <source>Late · coupon</source>
            <translation>Late · coupon</translation>
        </message>
        <message>
            <source>Orders not collected in the last 90 days: {count}.</source>
            <translation>Orders not collected in the last 90 days: {count}.</translation>
        </message>
        <message>
            <source>App</source>
            <translation>App</translation>
        </message>
        <message>
            <source>Mini program</source>
            <translation>Mini program</translation>
        </message>
        <message>
            <source>Courier · {channel}</source>
            <translation>Courier · {channel}</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>It was late: the customer has a coupon for that in the wallet.</source>
            <translation>It was late: the customer has a coupon for that in the wallet.</translation>
        </message>
        <message>
            <source>It was late: a coupon for that is on the order's page.</source>
            <translation>It was late: a coupon for that is on the order's page.</translation>
        </message>
        <message>
            <source>It was later than promised.</source>
            <translation>It was later than promised.</translation>
        </message>
        <message>
            <source>{age}+: a sealed bag; the age is checked at the door.</source>
            <translation>{age}+: a sealed bag; the age is checked at the door.</translation>
        </message>
        <message>
            <source>{first}, {second}</source>
            <translation>{first}, {second}</translation>
        </message>
        <message>
            <source>{goods} · {count} pcs</source>
            <translation>{goods} · {count} pcs</translation>
        </message>
        <message>
            <source>Substitute</source>
            <translation>Substitute</translation>
        </message>
        <message>
            <source>Not there</source>
            <translation>Not there</translation>
        </message>
        <message>
            <source>Pick {number}</source>
            <translation>Pick {number}</translation>
        </message>
        <message>
            <source>Write by touch</source>
            <translation>Write by touch</translation>
        </message>
        <message>
            <source>Brought back: {number}</source>
            <translation>Brought back: {number}</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Why it comes back</source>
            <translation>Why it comes back</translation>
        </message>
        <message>
            <source>Not fit for sale: write off</source>
            <translation>Not fit for sale: write off</translation>
        </message>
        <message>
            <source>Take back, on sale again</source>
            <translation>Take back, on sale again</translation>
        </message>
        <message>
            <source>Bags</source>
            <translation>Bags</translation>
        </message>
        <message>
            <source>Shelf</source>
            <translation>Shelf</translation>
        </message>
        <message>
            <source>The customer says this name: {name}</source>
            <translation>The customer says this name: {name}</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>Take it</translation>
        </message>
        <message>
            <source>Ready for pickup</source>
            <translation>Ready for pickup</translation>
        </message>
        <message>
            <source>Order {number}</source>
            <translation>Order {number}</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>Accept</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Reject</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Take over</translation>
        </message>
        <message>
            <source>The rest comes later</source>
            <translation>The rest comes later</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Take the payment</source>
            <translation>Take the payment</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>Undo ({seconds} s)</source>
            <translation>Undo ({seconds} s)</translation>
        </message>
        <message>
            <source>The order has left the store.</source>
            <translation>The order has left the store.</translation>
        </message>
        <message>
            <source>Last 4 digits</source>
            <translation>Last 4 digits</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Number of the order</source>
            <translation>Number of the order</translation>
        </message>
        <message>
            <source>Courier's name or plate</source>
            <translation>Courier's name or plate</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Why without a proof</source>
            <translation>Why without a proof</translation>
        </message>
        <message>
            <source>Without code</source>
            <translation>Without code</translation>
        </message>
        <message>
            <source>Only a part</source>
            <translation>Only a part</translation>
        </message>
        <message>
            <source>Refund the rest</source>
            <translation>Refund the rest</translation>
        </message>
        <message>
            <source>Print the labels again</source>
            <translation>Print the labels again</translation>
        </message>
        <message>
            <source>Scan the courier's code, or ask for number and name</source>
            <translation>Scan the courier's code, or ask for number and name</translation>
        </message>
        <message>
            <source>Scan the customer's code, or ask for digits and name</source>
            <translation>Scan the customer's code, or ask for digits and name</translation>
        </message>
        <message>
            <source>The code is genuine</source>
            <translation>The code is genuine</translation>
        </message>
        <message>
            <source>Digits and name match</source>
            <translation>Digits and name match</translation>
        </message>
        <message>
            <source>The platform's code fits</source>
            <translation>The platform's code fits</translation>
        </message>
        <message>
            <source>The courier knows the number</source>
            <translation>The courier knows the number</translation>
        </message>
        <message>
            <source>Given out for a reason, without a proof</source>
            <translation>Given out for a reason, without a proof</translation>
        </message>
        <message>
            <source>At least {age} years old</source>
            <translation>At least {age} years old</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>Checked</translation>
        </message>
        <message>
            <source>Look at an ID</source>
            <translation>Look at an ID</translation>
        </message>
        <message>
            <source>Given to the courier</source>
            <translation>Given to the courier</translation>
        </message>
        <message>
            <source>Bags: {count}</source>
            <translation>Bags: {count}</translation>
        </message>
        <message>
            <source>Bags: {marks}</source>
            <translation>Bags: {marks}</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>Nothing here</translation>
        </message>
        <message>
            <source>New orders</source>
            <translation>New orders</translation>
        </message>
        <message>
            <source>Picking</source>
            <translation>Picking</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>Exceptions</translation>
        </message>
        <message>
            <source>Couriers ({count})</source>
            <translation>Couriers ({count})</translation>
        </message>
        <message>
            <source>Scan a pickup code, or type phone digits, name or number</source>
            <translation>Scan a pickup code, or type phone digits, name or number</translation>
        </message>
        <message>
            <source>Pick several</source>
            <translation>Pick several</translation>
        </message>
        <message>
            <source>Sell</source>
            <translation>Sell</translation>
        </message>
        <message>
            <source>Refund {amount}</source>
            <translation>Refund {amount}</translation>
        </message>
        <message>
            <source>Scan the substitute, or type its code</source>
            <translation>Scan the substitute, or type its code</translation>
        </message>
        <message>
            <source>Another store…</source>
            <translation>Another store…</translation>
        </message>
        <message>
            <source>Look up</source>
            <translation>Look up</translation>
        </message>
        <message>
            <source>Take it instead</source>
            <translation>Take it instead</translation>
        </message>
        <message>
            <source>Leave it out: {amount} less to pay</source>
            <translation>Leave it out: {amount} less to pay</translation>
        </message>
        <message>
            <source>Leave it out: {amount} less to pay, refund {refund}</source>
            <translation>Leave it out: {amount} less to pay, refund {refund}</translation>
        </message>
        <message>
            <source>The customer was asked and wants it</source>
            <translation>The customer was asked and wants it</translation>
        </message>
        <message>
            <source>{name}: {price}, {amount} less to pay, refund {refund}</source>
            <translation>{name}: {price}, {amount} less to pay, refund {refund}</translation>
        </message>
        <message>
            <source>{name}: {price}, refund {refund}</source>
            <translation>{name}: {price}, refund {refund}</translation>
        </message>
        <message>
            <source>Reject {number}</source>
            <translation>Reject {number}</translation>
        </message>
        <message>
            <source>The customer is told. Nothing was paid.</source>
            <translation>The customer is told. Nothing was paid.</translation>
        </message>
        <message>
            <source>The customer is told and gets everything back.</source>
            <translation>The customer is told and gets everything back.</translation>
        </message>
        <message>
            <source>Put back {number}</source>
            <translation>Put back {number}</translation>
        </message>
        <message>
            <source>Thrown away</source>
            <translation>Thrown away</translation>
        </message>
        <message>
            <source>Back on sale</source>
            <translation>Back on sale</translation>
        </message>
        <message>
            <source>Several orders in one walk</source>
            <translation>Several orders in one walk</translation>
        </message>
        <message>
            <source>The next orders by promise</source>
            <translation>The next orders by promise</translation>
        </message>
        <message>
            <source>Print the card that begins this</source>
            <translation>Print the card that begins this</translation>
        </message>
        <message>
            <source>Pick several orders</source>
            <translation>Pick several orders</translation>
        </message>
        <message>
            <source>{name} · complete</source>
            <translation>{name} · complete</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>Pack</translation>
        </message>
        <message>
            <source>Pack {bin}</source>
            <translation>Pack {bin}</translation>
        </message>
        <message>
            <source>{number} · {count} missing</source>
            <translation>{number} · {count} missing</translation>
        </message>
        <message>
            <source>Which order?</source>
            <translation>Which order?</translation>
        </message>
        <message>
            <source>Several orders have this code. Ask for the name.</source>
            <translation>Several orders have this code. Ask for the name.</translation>
        </message>
        <message>
            <source>Another store</source>
            <translation>Another store</translation>
        </message>
        <message>
            <source>The customer was asked and collects it there</source>
            <translation>The customer was asked and collects it there</translation>
        </message>
        <message>
            <source>Order it there</source>
            <translation>Order it there</translation>
        </message>
        <message>
            <source>Asking head office…</source>
            <translation>Asking head office…</translation>
        </message>
        <message>
            <source>Head office cannot be asked now.</source>
            <translation>Head office cannot be asked now.</translation>
        </message>
        <message>
            <source>As head office said at {when}</source>
            <translation>As head office said at {when}</translation>
        </message>
        <message>
            <source>No other store has enough, as head office said at {when}</source>
            <translation>No other store has enough, as head office said at {when}</translation>
        </message>
        <message>
            <source>{count} free</source>
            <translation>{count} free</translation>
        </message>
        <message>
            <source>heard {when}</source>
            <translation>heard {when}</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Digits entered</source>
            <translation>Digits entered</translation>
        </message>
    </context>
    <context>
        <name>Practice</name>
        <message>
            <source>Training – nothing counts</source>
            <translation>Training – nothing counts</translation>
        </message>
        <message>
            <source>Start afresh</source>
            <translation>Start afresh</translation>
        </message>
        <message>
            <source>Back to the till</source>
            <translation>Back to the till</translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>{day} · shift {number}</source>
            <translation>{day} · shift {number}</translation>
        </message>
        <message>
            <source>{name}: {days} days</source>
            <translation>{name}: {days} days</translation>
        </message>
        <message>
            <source>What to look at</source>
            <translation>What to look at</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Last 7 days</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Last 30 days</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>This week</translation>
        </message>
        <message>
            <source>The week before</source>
            <translation>The week before</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>This month</translation>
        </message>
        <message>
            <source>The month before</source>
            <translation>The month before</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>The year before</source>
            <translation>The year before</translation>
        </message>
        <message>
            <source>Which stores and days</source>
            <translation>Which stores and days</translation>
        </message>
        <message>
            <source>Stores</source>
            <translation>Stores</translation>
        </message>
        <message>
            <source>All stores</source>
            <translation>All stores</translation>
        </message>
        <message>
            <source>{count} stores</source>
            <translation>{count} stores</translation>
        </message>
        <message>
            <source>Region {name}</source>
            <translation>Region {name}</translation>
        </message>
        <message>
            <source>Show {count} chosen stores</source>
            <translation>Show {count} chosen stores</translation>
        </message>
        <message>
            <source>Touch the stores to look at together</source>
            <translation>Touch the stores to look at together</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Yesterday</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Show these days</source>
            <translation>Show these days</translation>
        </message>
        <message>
            <source>Asking which stores are behind it</source>
            <translation>Asking which stores are behind it</translation>
        </message>
        <message>
            <source>Counted at head office</source>
            <translation>Counted at head office</translation>
        </message>
        <message>
            <source>Members, coupons and stock are counted; no receipt stands behind.</source>
            <translation>Members, coupons and stock are counted; no receipt stands behind.</translation>
        </message>
        <message>
            <source>No store added to this figure. Products open for a few days only.</source>
            <translation>No store added to this figure. Products open for a few days only.</translation>
        </message>
        <message>
            <source>{change} on last week</source>
            <translation>{change} on last week</translation>
        </message>
        <message>
            <source>Not members</source>
            <translation>Not members</translation>
        </message>
        <message>
            <source>Discount taken back</source>
            <translation>Discount taken back</translation>
        </message>
        <message>
            <source>No reason</source>
            <translation>No reason</translation>
        </message>
        <message>
            <source>Walk-in</source>
            <translation>Walk-in</translation>
        </message>
        <message>
            <source>Pickup</source>
            <translation>Pickup</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>Delivery</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>On time</translation>
        </message>
        <message>
            <source>No promise</source>
            <translation>No promise</translation>
        </message>
        <message>
            <source>App</source>
            <translation>App</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Website</translation>
        </message>
        <message>
            <source>Ordered at a till</source>
            <translation>Ordered at a till</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>Open items</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>By hand</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>{minutes} min late</source>
            <translation>{minutes} min late</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>Without</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>Returns</translation>
        </message>
        <message>
            <source>Voids after total</source>
            <translation>Voids after total</translation>
        </message>
        <message>
            <source>Baskets given up</source>
            <translation>Baskets given up</translation>
        </message>
        <message>
            <source>Removed lines</source>
            <translation>Removed lines</translation>
        </message>
        <message>
            <source>No-sales</source>
            <translation>No-sales</translation>
        </message>
        <message>
            <source>Price overrides</source>
            <translation>Price overrides</translation>
        </message>
        <message>
            <source>Discounts by hand</source>
            <translation>Discounts by hand</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>Copies</translation>
        </message>
        <message>
            <source>Coupons</source>
            <translation>Coupons</translation>
        </message>
        <message>
            <source>Coupons of a member</source>
            <translation>Coupons of a member</translation>
        </message>
        <message>
            <source>Total {amount}</source>
            <translation>Total {amount}</translation>
        </message>
        <message>
            <source>Float</source>
            <translation>Float</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Top-up</source>
            <translation>Top-up</translation>
        </message>
        <message>
            <source>Basket given up</source>
            <translation>Basket given up</translation>
        </message>
        <message>
            <source>Sale recalled</source>
            <translation>Sale recalled</translation>
        </message>
        <message>
            <source>Copy printed</source>
            <translation>Copy printed</translation>
        </message>
        <message>
            <source>Shift closed</source>
            <translation>Shift closed</translation>
        </message>
        <message>
            <source>X report</source>
            <translation>X report</translation>
        </message>
        <message>
            <source>Cash moved</source>
            <translation>Cash moved</translation>
        </message>
        <message>
            <source>Drawer opened without a sale</source>
            <translation>Drawer opened without a sale</translation>
        </message>
        <message>
            <source>Receipts made in training</source>
            <translation>Receipts made in training</translation>
        </message>
        <message>
            <source>Drawer shut</source>
            <translation>Drawer shut</translation>
        </message>
        <message>
            <source>Member joined</source>
            <translation>Member joined</translation>
        </message>
        <message>
            <source>Order placed</source>
            <translation>Order placed</translation>
        </message>
        <message>
            <source>Order handed over</source>
            <translation>Order handed over</translation>
        </message>
        <message>
            <source>Hand-over taken back</source>
            <translation>Hand-over taken back</translation>
        </message>
        <message>
            <source>Order ready</source>
            <translation>Order ready</translation>
        </message>
        <message>
            <source>Order refused</source>
            <translation>Order refused</translation>
        </message>
        <message>
            <source>Order given up</source>
            <translation>Order given up</translation>
        </message>
        <message>
            <source>Order short of goods</source>
            <translation>Order short of goods</translation>
        </message>
        <message>
            <source>Order brought back</source>
            <translation>Order brought back</translation>
        </message>
        <message>
            <source>Goods written off</source>
            <translation>Goods written off</translation>
        </message>
        <message>
            <source>Stock counted</source>
            <translation>Stock counted</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Entry</translation>
        </message>
        <message>
            <source>Its body is no longer kept</source>
            <translation>Its body is no longer kept</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>Seal</translation>
        </message>
        <message>
            <source>Placed</source>
            <translation>Placed</translation>
        </message>
        <message>
            <source>Look it up</source>
            <translation>Look it up</translation>
        </message>
        <message>
            <source>On the orders' board of its store</source>
            <translation>On the orders' board of its store</translation>
        </message>
        <message>
            <source>Sale</source>
            <translation>Sale</translation>
        </message>
        <message>
            <source>Without a sale</source>
            <translation>Without a sale</translation>
        </message>
        <message>
            <source>Shut</source>
            <translation>Shut</translation>
        </message>
        <message>
            <source>Opened again meanwhile</source>
            <translation>Opened again meanwhile</translation>
        </message>
        <message>
            <source>Left open</source>
            <translation>Left open</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Opened for</source>
            <translation>Opened for</translation>
        </message>
        <message>
            <source>End</source>
            <translation>End</translation>
        </message>
        <message>
            <source>Open for</source>
            <translation>Open for</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>Approved by</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Lines</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>Paid in</translation>
        </message>
        <message>
            <source>Bonus</source>
            <translation>Bonus</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>Opened by</translation>
        </message>
        <message>
            <source>Closed by</source>
            <translation>Closed by</translation>
        </message>
        <message>
            <source>Z report</source>
            <translation>Z report</translation>
        </message>
        <message>
            <source>Expected cash</source>
            <translation>Expected cash</translation>
        </message>
        <message>
            <source>Counted cash</source>
            <translation>Counted cash</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} min</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} days</translation>
        </message>
        <message>
            <source>{arrow} {points} pp</source>
            <translation>{arrow} {points} pp</translation>
        </message>
        <message>
            <source>A shift of {day}</source>
            <translation>A shift of {day}</translation>
        </message>
        <message>
            <source>same day last week</source>
            <translation>same day last week</translation>
        </message>
        <message>
            <source>the {days} days before</source>
            <translation>the {days} days before</translation>
        </message>
        <message>
            <source>a year before</source>
            <translation>a year before</translation>
        </message>
        <message>
            <source>{what} {count}</source>
            <translation>{what} {count}</translation>
        </message>
        <message>
            <source>A member</source>
            <translation>A member</translation>
        </message>
        <message>
            <source>others use {normal}</source>
            <translation>others use {normal}</translation>
        </message>
        <message>
            <source>normal would be {normal} in {base} receipts</source>
            <translation>normal would be {normal} in {base} receipts</translation>
        </message>
        <message>
            <source>{present} of {expected} told</source>
            <translation>{present} of {expected} told</translation>
        </message>
        <message>
            <source>Shift goes on</source>
            <translation>Shift goes on</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>As of {moment}</source>
            <translation>As of {moment}</translation>
        </message>
        <message>
            <source>{change} on {days}</source>
            <translation>{change} on {days}</translation>
        </message>
        <message>
            <source>Known from {first} to {last}.</source>
            <translation>Known from {first} to {last}.</translation>
        </message>
        <message>
            <source>{change} on before</source>
            <translation>{change} on before</translation>
        </message>
        <message>
            <source>{change} on last year</source>
            <translation>{change} on last year</translation>
        </message>
        <message>
            <source>Known after closing</source>
            <translation>Known after closing</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>Exact</translation>
        </message>
        <message>
            <source>Counted against expected</source>
            <translation>Counted against expected</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Who pays for the discounts</source>
            <translation>Who pays for the discounts</translation>
        </message>
        <message>
            <source>Net sales by the hour</source>
            <translation>Net sales by the hour</translation>
        </message>
        <message>
            <source>Stores: orders, margin and cash</source>
            <translation>Stores: orders, margin and cash</translation>
        </message>
        <message>
            <source>Net sales by the day</source>
            <translation>Net sales by the day</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>Products</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Returns by reason</source>
            <translation>Returns by reason</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>Tax</translation>
        </message>
        <message>
            <source>Discounts by campaign</source>
            <translation>Discounts by campaign</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>Campaigns</translation>
        </message>
        <message>
            <source>From issued to redeemed</source>
            <translation>From issued to redeemed</translation>
        </message>
        <message>
            <source>Members by tier</source>
            <translation>Members by tier</translation>
        </message>
        <message>
            <source>Ready on time</source>
            <translation>Ready on time</translation>
        </message>
        <message>
            <source>Orders handed over</source>
            <translation>Orders handed over</translation>
        </message>
        <message>
            <source>Orders by channel</source>
            <translation>Orders by channel</translation>
        </message>
        <message>
            <source>Orders by where they came from</source>
            <translation>Orders by where they came from</translation>
        </message>
        <message>
            <source>Returns by cashier</source>
            <translation>Returns by cashier</translation>
        </message>
        <message>
            <source>No-sales by cashier</source>
            <translation>No-sales by cashier</translation>
        </message>
        <message>
            <source>Time that the drawer stood open</source>
            <translation>Time that the drawer stood open</translation>
        </message>
        <message>
            <source>The drawer, by cashier</source>
            <translation>The drawer, by cashier</translation>
        </message>
        <message>
            <source>By the hour</source>
            <translation>By the hour</translation>
        </message>
        <message>
            <source>By hand, by cashier</source>
            <translation>By hand, by cashier</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Reasons</translation>
        </message>
        <message>
            <source>Over and short by the day</source>
            <translation>Over and short by the day</translation>
        </message>
        <message>
            <source>Tenders, counted</source>
            <translation>Tenders, counted</translation>
        </message>
        <message>
            <source>{count} more in the table</source>
            <translation>{count} more in the table</translation>
        </message>
        <message>
            <source>this shift</source>
            <translation>this shift</translation>
        </message>
        <message>
            <source>this day</source>
            <translation>this day</translation>
        </message>
        <message>
            <source>this time</source>
            <translation>this time</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>Together</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Hour</translation>
        </message>
        <message>
            <source>Tender</source>
            <translation>Tender</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Category</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Product</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>Cashier</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Campaign</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>Paid by</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>Tier</translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation>Tax rate</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>Compared with</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>The same day of the week before</source>
            <translation>The same day of the week before</translation>
        </message>
        <message>
            <source>As many days before, and a year before</source>
            <translation>As many days before, and a year before</translation>
        </message>
        <message>
            <source>Compare with {days}</source>
            <translation>Compare with {days}</translation>
        </message>
        <message>
            <source>The same weekday a year before</source>
            <translation>The same weekday a year before</translation>
        </message>
        <message>
            <source>As usual</source>
            <translation>As usual</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>The day before</translation>
        </message>
        <message>
            <source>Four weeks before</source>
            <translation>Four weeks before</translation>
        </message>
        <message>
            <source>The same weekdays a year before</source>
            <translation>The same weekdays a year before</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>Cash</translation>
        </message>
        <message>
            <source>Tenders</source>
            <translation>Tenders</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>Categories</translation>
        </message>
        <message>
            <source>The report cannot be shown</source>
            <translation>The report cannot be shown</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>Shifts</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Days</translation>
        </message>
        <message>
            <source>Cashiers</source>
            <translation>Cashiers</translation>
        </message>
        <message>
            <source>Two of my choice</source>
            <translation>Two of my choice</translation>
        </message>
        <message>
            <source>Reading the figures</source>
            <translation>Reading the figures</translation>
        </message>
        <message>
            <source>Nothing in this time</source>
            <translation>Nothing in this time</translation>
        </message>
        <message>
            <source>Every figure opens its receipts.</source>
            <translation>Every figure opens its receipts.</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>Figure</translation>
        </message>
        <message>
            <source>Left − right</source>
            <translation>Left − right</translation>
        </message>
        <message>
            <source>In per cent</source>
            <translation>In per cent</translation>
        </message>
        <message>
            <source>Beside each other</source>
            <translation>Beside each other</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Reading …</translation>
        </message>
        <message>
            <source>No shift yet</source>
            <translation>No shift yet</translation>
        </message>
        <message>
            <source>Open a shift; its figures appear here from the first sale on.</source>
            <translation>Open a shift; its figures appear here from the first sale on.</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Asking head office</source>
            <translation>Asking head office</translation>
        </message>
        <message>
            <source>You may leave meanwhile; selling goes on.</source>
            <translation>You may leave meanwhile; selling goes on.</translation>
        </message>
        <message>
            <source>No connection, and nothing kept</source>
            <translation>No connection, and nothing kept</translation>
        </message>
        <message>
            <source>Head office's figures cannot be shown</source>
            <translation>Head office's figures cannot be shown</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>Head office</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Earlier</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Ask again</translation>
        </message>
        <message>
            <source>All stores …</source>
            <translation>All stores …</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Overview</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>Sales</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>Discounts</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Members</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>Orders</translation>
        </message>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>O2O</source>
            <translation>O2O</translation>
        </message>
        <message>
            <source>Watch list</source>
            <translation>Watch list</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>What is missing</translation>
        </message>
        <message>
            <source>Print Z</source>
            <translation>Print Z</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>What is this? {meaning}</source>
            <translation>What is this? {meaning}</translation>
        </message>
        <message>
            <source>This cannot be shown</source>
            <translation>This cannot be shown</translation>
        </message>
        <message>
            <source>Looking for the receipts</source>
            <translation>Looking for the receipts</translation>
        </message>
        <message>
            <source>Nothing stands behind it</source>
            <translation>Nothing stands behind it</translation>
        </message>
        <message>
            <source>No receipt and no entry of this time adds to this figure.</source>
            <translation>No receipt and no entry of this time adds to this figure.</translation>
        </message>
        <message>
            <source>Later ones</source>
            <translation>Later ones</translation>
        </message>
        <message>
            <source>Earlier ones</source>
            <translation>Earlier ones</translation>
        </message>
        <message>
            <source>of {total}</source>
            <translation>of {total}</translation>
        </message>
        <message>
            <source>What the entry says</source>
            <translation>What the entry says</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Picture</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>Nothing is unusual in these four weeks.</source>
            <translation>Nothing is unusual in these four weeks.</translation>
        </message>
        <message>
            <source>Worth a look</source>
            <translation>Worth a look</translation>
        </message>
        <message>
            <source>last four weeks, against the others</source>
            <translation>last four weeks, against the others</translation>
        </message>
        <message>
            <source>Who does something much more often than the others do, from {days}. It accuses nobody: it says where to look. Each row opens its receipts.</source>
            <translation>Who does something much more often than the others do, from {days}. It accuses nobody: it says where to look. Each row opens its receipts.</translation>
        </message>
        <message>
            <source>Save or print</source>
            <translation>Save or print</translation>
        </message>
        <message>
            <source>Print on the receipt printer</source>
            <translation>Print on the receipt printer</translation>
        </message>
        <message>
            <source>Print on A4</source>
            <translation>Print on A4</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>Save as Excel table</source>
            <translation>Save as Excel table</translation>
        </message>
        <message>
            <source>Save as CSV for other programs</source>
            <translation>Save as CSV for other programs</translation>
        </message>
        <message>
            <source>Day-end files …</source>
            <translation>Day-end files …</translation>
        </message>
        <message>
            <source>Files go into the till's folder of reports.</source>
            <translation>Files go into the till's folder of reports.</translation>
        </message>
        <message>
            <source>‹ Everybody</source>
            <translation>‹ Everybody</translation>
        </message>
        <message>
            <source>Hours, reasons and tenders of one person are told for up to {days} days.</source>
            <translation>Hours, reasons and tenders of one person are told for up to {days} days.</translation>
        </message>
        <message>
            <source>Last written {moment}: {path}</source>
            <translation>Last written {moment}: {path}</translation>
        </message>
        <message>
            <source>No files are written by themselves.</source>
            <translation>No files are written by themselves.</translation>
        </message>
        <message>
            <source>Closes whose files wait: {count}.</source>
            <translation>Closes whose files wait: {count}.</translation>
        </message>
        <message>
            <source>Everything that was due is written.</source>
            <translation>Everything that was due is written.</translation>
        </message>
        <message>
            <source>Folder for the files</source>
            <translation>Folder for the files</translation>
        </message>
        <message>
            <source>Day-end files</source>
            <translation>Day-end files</translation>
        </message>
        <message>
            <source>Reports that are put into a folder by themselves at each close; no close waits.</source>
            <translation>Reports that are put into a folder by themselves at each close; no close waits.</translation>
        </message>
        <message>
            <source>Kinds of files</source>
            <translation>Kinds of files</translation>
        </message>
        <message>
            <source>Written at</source>
            <translation>Written at</translation>
        </message>
        <message>
            <source>The whole path</source>
            <translation>The whole path</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>Choose …</translation>
        </message>
        <message>
            <source>Mail draft</source>
            <translation>Mail draft</translation>
        </message>
        <message>
            <source>Each Z</source>
            <translation>Each Z</translation>
        </message>
        <message>
            <source>Close of the day</source>
            <translation>Close of the day</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Write a test file</source>
            <translation>Write a test file</translation>
        </message>
        <message>
            <source>No files any more</source>
            <translation>No files any more</translation>
        </message>
        <message>
            <source>Closed {moment}.</source>
            <translation>Closed {moment}.</translation>
        </message>
        <message>
            <source>The figures here have it, the close of the day does not.</source>
            <translation>The figures here have it, the close of the day does not.</translation>
        </message>
        <message>
            <source>Came after the day was closed: {count} · {amount}</source>
            <translation>Came after the day was closed: {count} · {amount}</translation>
        </message>
        <message>
            <source>Of this till alone: head office was not heard.</source>
            <translation>Of this till alone: head office was not heard.</translation>
        </message>
        <message>
            <source>All tills, by head office: {count} · {amount}.</source>
            <translation>All tills, by head office: {count} · {amount}.</translation>
        </message>
        <message>
            <source>After the close of the day</source>
            <translation>After the close of the day</translation>
        </message>
        <message>
            <source>Count members, too (takes longer)</source>
            <translation>Count members, too (takes longer)</translation>
        </message>
        <message>
            <source>Tills that have not told everything</source>
            <translation>Tills that have not told everything</translation>
        </message>
        <message>
            <source>Every till was heard after the last of these days, or in the last ten minutes.</source>
            <translation>Every till was heard after the last of these days, or in the last ten minutes.</translation>
        </message>
        <message>
            <source>Their sales may still come; then they are in the figures.</source>
            <translation>Their sales may still come; then they are in the figures.</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>Store</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>Till</translation>
        </message>
        <message>
            <source>Last heard</source>
            <translation>Last heard</translation>
        </message>
        <message>
            <source>Told until</source>
            <translation>Told until</translation>
        </message>
        <message>
            <source>What came late</source>
            <translation>What came late</translation>
        </message>
        <message>
            <source>Figures that are not known</source>
            <translation>Figures that are not known</translation>
        </message>
        <message>
            <source>All figures are known.</source>
            <translation>All figures are known.</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>Asking …</source>
            <translation>Asking …</translation>
        </message>
        <message>
            <source>No figures</source>
            <translation>No figures</translation>
        </message>
        <message>
            <source>As of {time}, no connection since</source>
            <translation>As of {time}, no connection since</translation>
        </message>
        <message>
            <source>{count} shifts go on</source>
            <translation>{count} shifts go on</translation>
        </message>
        <message>
            <source>Head office does not answer. These are the figures as of {moment}; what stands by person is not kept.</source>
            <translation>Head office does not answer. These are the figures as of {moment}; what stands by person is not kept.</translation>
        </message>
        <message>
            <source>As of {moment} · {stores} stores · {present} of {expected} tills told all</source>
            <translation>As of {moment} · {stores} stores · {present} of {expected} tills told all</translation>
        </message>
        <message>
            <source>Nothing came after a day was closed.</source>
            <translation>Nothing came after a day was closed.</translation>
        </message>
        <message>
            <source>Facts that came after their day was closed: {count}, {amount} of net sales. They are in these figures, and no closed day was changed.</source>
            <translation>Facts that came after their day was closed: {count}, {amount} of net sales. They are in these figures, and no closed day was changed.</translation>
        </message>
        <message>
            <source>Stores of another currency, not in these figures: {count}. Look at them by themselves.</source>
            <translation>Stores of another currency, not in these figures: {count}. Look at them by themselves.</translation>
        </message>
        <message>
            <source>never</source>
            <translation>never</translation>
        </message>
    </context>
    <context>
        <name>Returns</name>
        <message>
            <source>Looking for the receipt…</source>
            <translation>Looking for the receipt…</translation>
        </message>
        <message>
            <source>Which receipt do the goods come from?</source>
            <translation>Which receipt do the goods come from?</translation>
        </message>
        <message>
            <source>Scan its code, or type its number; the last digits do for this till.</source>
            <translation>Scan its code, or type its number; the last digits do for this till.</translation>
        </message>
        <message>
            <source>Without a receipt</source>
            <translation>Without a receipt</translation>
        </message>
        <message>
            <source>Number of the receipt</source>
            <translation>Number of the receipt</translation>
        </message>
        <message>
            <source>Name or code of the goods</source>
            <translation>Name or code of the goods</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>Set</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>Print a copy</translation>
        </message>
        <message>
            <source>All comes back</source>
            <translation>All comes back</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nothing</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>Back on the shelf</source>
            <translation>Back on the shelf</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>Write off</translation>
        </message>
        <message>
            <source>Gives back</source>
            <translation>Gives back</translation>
        </message>
        <message>
            <source>Put into the basket</source>
            <translation>Put into the basket</translation>
        </message>
        <message>
            <source>Scan the goods, or type a name or a code.</source>
            <translation>Scan the goods, or type a name or a code.</translation>
        </message>
        <message>
            <source>It gives today's price or less, in cash. Nothing is known of points and coupons.</source>
            <translation>It gives today's price or less, in cash. Nothing is known of points and coupons.</translation>
        </message>
        <message>
            <source>Asking head office what came back elsewhere…</source>
            <translation>Asking head office what came back elsewhere…</translation>
        </message>
        <message>
            <source>{days} days old: somebody has to allow it.</source>
            <translation>{days} days old: somebody has to allow it.</translation>
        </message>
        <message>
            <source>Without the network: what came back at another till is not known here.</source>
            <translation>Without the network: what came back at another till is not known here.</translation>
        </message>
        <message>
            <source>{left} left</source>
            <translation>{left} left</translation>
        </message>
        <message>
            <source>Today {price}</source>
            <translation>Today {price}</translation>
        </message>
        <message>
            <source>Price of {name}</source>
            <translation>Price of {name}</translation>
        </message>
        <message>
            <source>What one gives</source>
            <translation>What one gives</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>Weight</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Quantity</translation>
        </message>
        <message>
            <source>At most {amount}</source>
            <translation>At most {amount}</translation>
        </message>
        <message>
            <source>{name} no longer holds</source>
            <translation>{name} no longer holds</translation>
        </message>
        <message>
            <source>{name}: held back before</source>
            <translation>{name}: held back before</translation>
        </message>
        <message>
            <source>The offers stay: nothing is held back</source>
            <translation>The offers stay: nothing is held back</translation>
        </message>
        <message>
            <source>Points that go with it</source>
            <translation>Points that go with it</translation>
        </message>
        <message>
            <source>Coupons that come back</source>
            <translation>Coupons that come back</translation>
        </message>
        <message>
            <source>Coupons that ran out meanwhile</source>
            <translation>Coupons that ran out meanwhile</translation>
        </message>
    </context>
    <context>
        <name>Sell</name>
        <message>
            <source>Take the coupon off</source>
            <translation>Take the coupon off</translation>
        </message>
        <message>
            <source>Take it off again</source>
            <translation>Take it off again</translation>
        </message>
        <message>
            <source>Subtotal ({pieces} pcs)</source>
            <translation>Subtotal ({pieces} pcs)</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>To pay</translation>
        </message>
        <message>
            <source>To give back</source>
            <translation>To give back</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Give back</translation>
        </message>
        <message>
            <source>Returned goods</source>
            <translation>Returned goods</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Why?</translation>
        </message>
        <message>
            <source>Why this price?</source>
            <translation>Why this price?</translation>
        </message>
        <message>
            <source>Pay</source>
            <translation>Pay</translation>
        </message>
        <message>
            <source>Basket</source>
            <translation>Basket</translation>
        </message>
        <message>
            <source>Scan or touch a product</source>
            <translation>Scan or touch a product</translation>
        </message>
        <message>
            <source>The basket is empty. Member codes and coupons can be scanned at any time.</source>
            <translation>The basket is empty. Member codes and coupons can be scanned at any time.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Quantity</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>Given back last</source>
            <translation>Given back last</translation>
        </message>
        <message>
            <source>Receipt {number} is done. Scan or touch a product for the next customer.</source>
            <translation>Receipt {number} is done. Scan or touch a product for the next customer.</translation>
        </message>
        <message>
            <source>Change of the last sale</source>
            <translation>Change of the last sale</translation>
        </message>
        <message>
            <source>Receipt {number} is paid. Scan or touch a product for the next customer.</source>
            <translation>Receipt {number} is paid. Scan or touch a product for the next customer.</translation>
        </message>
        <message>
            <source>Open item F3</source>
            <translation>Open item F3</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>Print a copy</translation>
        </message>
        <message>
            <source>Recall F8</source>
            <translation>Recall F8</translation>
        </message>
        <message>
            <source>Take goods back</source>
            <translation>Take goods back</translation>
        </message>
        <message>
            <source>Allow 48 h more</source>
            <translation>Allow 48 h more</translation>
        </message>
        <message>
            <source>Sell it all the same</source>
            <translation>Sell it all the same</translation>
        </message>
        <message>
            <source>Mark it down</source>
            <translation>Mark it down</translation>
        </message>
        <message>
            <source>Looking for the member…</source>
            <translation>Looking for the member…</translation>
        </message>
        <message>
            <source>Checking the coupon…</source>
            <translation>Checking the coupon…</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>Member</translation>
        </message>
        <message>
            <source>No coupons in this wallet</source>
            <translation>No coupons in this wallet</translation>
        </message>
        <message>
            <source>Best use</source>
            <translation>Best use</translation>
        </message>
        <message>
            <source>Head office is asked…</source>
            <translation>Head office is asked…</translation>
        </message>
        <message>
            <source>Correct by {amount}</source>
            <translation>Correct by {amount}</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Correct points or balance</source>
            <translation>Correct points or balance</translation>
        </message>
        <message>
            <source>Head office does it at once and notes who and why. It works online only.</source>
            <translation>Head office does it at once and notes who and why. It works online only.</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Points</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>Principal</translation>
        </message>
        <message>
            <source>Bonus</source>
            <translation>Bonus</translation>
        </message>
        <message>
            <source>Give</source>
            <translation>Give</translation>
        </message>
        <message>
            <source>Would save</source>
            <translation>Would save</translation>
        </message>
        <message>
            <source>Coupons only, keep the points</source>
            <translation>Coupons only, keep the points</translation>
        </message>
        <message>
            <source>{points} points pay {amount} of it on Pay: left {left}</source>
            <translation>{points} points pay {amount} of it on Pay: left {left}</translation>
        </message>
        <message>
            <source>{points} points pay {amount} of it after PIN or code: left {left}</source>
            <translation>{points} points pay {amount} of it after PIN or code: left {left}</translation>
        </message>
        <message>
            <source>Use coupons and points</source>
            <translation>Use coupons and points</translation>
        </message>
        <message>
            <source>Use these coupons</source>
            <translation>Use these coupons</translation>
        </message>
        <message>
            <source>To pay: {best} instead of {now}</source>
            <translation>To pay: {best} instead of {now}</translation>
        </message>
        <message>
            <source>head office is being asked</source>
            <translation>head office is being asked</translation>
        </message>
        <message>
            <source>without the network: what this till knows</source>
            <translation>without the network: what this till knows</translation>
        </message>
        <message>
            <source>so many coupons that not every combination was tried</source>
            <translation>so many coupons that not every combination was tried</translation>
        </message>
        <message>
            <source>Use the points</source>
            <translation>Use the points</translation>
        </message>
        <message>
            <source>in the basket</source>
            <translation>in the basket</translation>
        </message>
        <message>
            <source>counts</source>
            <translation>counts</translation>
        </message>
        <message>
            <source>Asking head office as well…</source>
            <translation>Asking head office as well…</translation>
        </message>
        <message>
            <source>Members who may be meant</source>
            <translation>Members who may be meant</translation>
        </message>
        <message>
            <source>Scan the code, or type the whole phone number. Last digits, card number and name work, too.</source>
            <translation>Scan the code, or type the whole phone number. Last digits, card number and name work, too.</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>Phone number</translation>
        </message>
        <message>
            <source>Phone number, card number or name</source>
            <translation>Phone number, card number or name</translation>
        </message>
        <message>
            <source>New member</source>
            <translation>New member</translation>
        </message>
        <message>
            <source>Find the member</source>
            <translation>Find the member</translation>
        </message>
        <message>
            <source>The phone number and a yes to the terms are enough. It works without the network.</source>
            <translation>The phone number and a yes to the terms are enough. It works without the network.</translation>
        </message>
        <message>
            <source>Name, if it is told</source>
            <translation>Name, if it is told</translation>
        </message>
        <message>
            <source>Birthday as MM-DD, if it is told</source>
            <translation>Birthday as MM-DD, if it is told</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Join</translation>
        </message>
        <message>
            <source>Agrees to the terms of membership: yes</source>
            <translation>Agrees to the terms of membership: yes</translation>
        </message>
        <message>
            <source>Agrees to the terms of membership: not yet</source>
            <translation>Agrees to the terms of membership: not yet</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>Birthday</translation>
        </message>
        <message>
            <source>Not here for long</source>
            <translation>Not here for long</translation>
        </message>
        <message>
            <source>Birthday as MM-DD</source>
            <translation>Birthday as MM-DD</translation>
        </message>
        <message>
            <source>Preferences</source>
            <translation>Preferences</translation>
        </message>
        <message>
            <source>Why is the number needed? Your name and the reason are noted; the number is not.</source>
            <translation>Why is the number needed? Your name and the reason are noted; the number is not.</translation>
        </message>
        <message>
            <source>Correct points</source>
            <translation>Correct points</translation>
        </message>
        <message>
            <source>Another member</source>
            <translation>Another member</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>Take off</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>{amount} more to {tier}</source>
            <translation>{amount} more to {tier}</translation>
        </message>
        <message>
            <source>Coupons on this basket</source>
            <translation>Coupons on this basket</translation>
        </message>
        <message>
            <source>Hide the number</source>
            <translation>Hide the number</translation>
        </message>
        <message>
            <source>Show the number</source>
            <translation>Show the number</translation>
        </message>
        <message>
            <source>May be written to: yes</source>
            <translation>May be written to: yes</translation>
        </message>
        <message>
            <source>May be written to: no</source>
            <translation>May be written to: no</translation>
        </message>
        <message>
            <source>Coupon</source>
            <translation>Coupon</translation>
        </message>
        <message>
            <source>Scan the coupon, or type its 12 characters.</source>
            <translation>Scan the coupon, or type its 12 characters.</translation>
        </message>
        <message>
            <source>Coupon code</source>
            <translation>Coupon code</translation>
        </message>
        <message>
            <source>Redeem</source>
            <translation>Redeem</translation>
        </message>
        <message>
            <source>Open item</source>
            <translation>Open item</translation>
        </message>
        <message>
            <source>Name or department</source>
            <translation>Name or department</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>Tax</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Price</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>Weight</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>Set</translation>
        </message>
        <message>
            <source>No member yet</source>
            <translation>No member yet</translation>
        </message>
        <message>
            <source>Scan the member code, or F9 for a phone number</source>
            <translation>Scan the member code, or F9 for a phone number</translation>
        </message>
        <message>
            <source>Take the member off</source>
            <translation>Take the member off</translation>
        </message>
        <message>
            <source>{points} points</source>
            <translation>{points} points</translation>
        </message>
        <message>
            <source>Coupons: {count}</source>
            <translation>Coupons: {count}</translation>
        </message>
        <message>
            <source>Favourites</source>
            <translation>Favourites</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Results</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>Take away</translation>
        </message>
        <message>
            <source>Eat in</source>
            <translation>Eat in</translation>
        </message>
        <message>
            <source>Scan, or type a name, initials or a code</source>
            <translation>Scan, or type a name, initials or a code</translation>
        </message>
        <message>
            <source>The products are on their way</source>
            <translation>The products are on their way</translation>
        </message>
        <message>
            <source>The first catalog is being loaded. Open items can be sold already: F3.</source>
            <translation>The first catalog is being loaded. Open items can be sold already: F3.</translation>
        </message>
        <message>
            <source>Nothing found for “{text}”</source>
            <translation>Nothing found for “{text}”</translation>
        </message>
        <message>
            <source>Try fewer letters, or press F3 to sell it as an open item.</source>
            <translation>Try fewer letters, or press F3 to sell it as an open item.</translation>
        </message>
        <message>
            <source>No products here</source>
            <translation>No products here</translation>
        </message>
        <message>
            <source>Choose another category, or search for a name.</source>
            <translation>Choose another category, or search for a name.</translation>
        </message>
        <message>
            <source>Which of these?</source>
            <translation>Which of these?</translation>
        </message>
        <message>
            <source>option, for each piece</source>
            <translation>option, for each piece</translation>
        </message>
        <message>
            <source>price on the label</source>
            <translation>price on the label</translation>
        </message>
        <message>
            <source>on {count} of {all}</source>
            <translation>on {count} of {all}</translation>
        </message>
        <message>
            <source>counts for the offer, its saving is on other pieces</source>
            <translation>counts for the offer, its saving is on other pieces</translation>
        </message>
        <message>
            <source>Regulated price: nothing lowers it</source>
            <translation>Regulated price: nothing lowers it</translation>
        </message>
        <message>
            <source>Deposit: comes back for its price</source>
            <translation>Deposit: comes back for its price</translation>
        </message>
        <message>
            <source>Did not apply</source>
            <translation>Did not apply</translation>
        </message>
        <message>
            <source>Coupons together</source>
            <translation>Coupons together</translation>
        </message>
        <message>
            <source>{reason}: {winner}</source>
            <translation>{reason}: {winner}</translation>
        </message>
        <message>
            <source>Within reach</source>
            <translation>Within reach</translation>
        </message>
        <message>
            <source>This sale brings {points} points.</source>
            <translation>This sale brings {points} points.</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>Give this basket up ({total})? It is noted in the journal.</source>
            <translation>Give this basket up ({total})? It is noted in the journal.</translation>
        </message>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>Give it up</translation>
        </message>
        <message>
            <source>Return or exchange</source>
            <translation>Return or exchange</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>Stock</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>Drawer</translation>
        </message>
        <message>
            <source>Close shift</source>
            <translation>Close shift</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>Close the day</translation>
        </message>
        <message>
            <source>Shift report</source>
            <translation>Shift report</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>Exceptions</translation>
        </message>
        <message>
            <source>Coupon campaigns</source>
            <translation>Coupon campaigns</translation>
        </message>
        <message>
            <source>Store health</source>
            <translation>Store health</translation>
        </message>
        <message>
            <source>Top up a balance</source>
            <translation>Top up a balance</translation>
        </message>
        <message>
            <source>Gift receipt of the last sale</source>
            <translation>Gift receipt of the last sale</translation>
        </message>
        <message>
            <source>Practise</source>
            <translation>Practise</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Sign out</translation>
        </message>
        <message>
            <source>Give the basket up</source>
            <translation>Give the basket up</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>Discount</translation>
        </message>
        <message>
            <source>Copy of receipt</source>
            <translation>Copy of receipt</translation>
        </message>
        <message>
            <source>Park</source>
            <translation>Park</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Remove line</source>
            <translation>Remove line</translation>
        </message>
        <message>
            <source>Change quantity</source>
            <translation>Change quantity</translation>
        </message>
        <message>
            <source>Change options</source>
            <translation>Change options</translation>
        </message>
        <message>
            <source>Best use of coupons</source>
            <translation>Best use of coupons</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Clear the search</translation>
        </message>
        <message>
            <source>Eat in or take away</source>
            <translation>Eat in or take away</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>Pickup</source>
            <translation>Pickup</translation>
        </message>
        <message>
            <source>Change the chosen line</source>
            <translation>Change the chosen line</translation>
        </message>
        <message>
            <source>Member price</source>
            <translation>Member price</translation>
        </message>
        <message>
            <source>with a gift receipt</source>
            <translation>with a gift receipt</translation>
        </message>
        <message>
            <source>not allowed yet</source>
            <translation>not allowed yet</translation>
        </message>
        <message>
            <source>allowed by {name}</source>
            <translation>allowed by {name}</translation>
        </message>
        <message>
            <source>Balance {amount}</source>
            <translation>Balance {amount}</translation>
        </message>
        <message>
            <source>last visit {date}</source>
            <translation>last visit {date}</translation>
        </message>
        <message>
            <source>{points} more earned here, not settled yet</source>
            <translation>{points} more earned here, not settled yet</translation>
        </message>
        <message>
            <source>{points} points go on {date}</source>
            <translation>{points} points go on {date}</translation>
        </message>
        <message>
            <source>being checked</source>
            <translation>being checked</translation>
        </message>
        <message>
            <source>settled later</source>
            <translation>settled later</translation>
        </message>
        <message>
            <source>{spend} more: {off} off ({name})</source>
            <translation>{spend} more: {off} off ({name})</translation>
        </message>
        <message>
            <source>{units} more: {off} off ({name})</source>
            <translation>{units} more: {off} off ({name})</translation>
        </message>
        <message>
            <source>{amount} left</source>
            <translation>{amount} left</translation>
        </message>
        <message>
            <source>deposit, goes with its goods</source>
            <translation>deposit, goes with its goods</translation>
        </message>
        <message>
            <source>Return of {number}</source>
            <translation>Return of {number}</translation>
        </message>
        <message>
            <source>Return without a receipt</source>
            <translation>Return without a receipt</translation>
        </message>
        <message>
            <source>no longer holds</source>
            <translation>no longer holds</translation>
        </message>
        <message>
            <source>ends</source>
            <translation>ends</translation>
        </message>
        <message>
            <source>comes later · {store}</source>
            <translation>comes later · {store}</translation>
        </message>
        <message>
            <source>{kept} of {there} kept</source>
            <translation>{kept} of {there} kept</translation>
        </message>
        <message>
            <source>only {there} there</source>
            <translation>only {there} there</translation>
        </message>
        <message>
            <source>Percent off</source>
            <translation>Percent off</translation>
        </message>
        <message>
            <source>Amount off</source>
            <translation>Amount off</translation>
        </message>
        <message>
            <source>New price</source>
            <translation>New price</translation>
        </message>
        <message>
            <source>Small change</source>
            <translation>Small change</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Stands in the basket and on the receipt.</source>
            <translation>Stands in the basket and on the receipt.</translation>
        </message>
        <message>
            <source>Drop {amount}</source>
            <translation>Drop {amount}</translation>
        </message>
        <message>
            <source>{off}, leaves {left}</source>
            <translation>{off}, leaves {left}</translation>
        </message>
        <message>
            <source>Above your limit: somebody else has to allow it.</source>
            <translation>Above your limit: somebody else has to allow it.</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Options</translation>
        </message>
        <message>
            <source>Order it instead</source>
            <translation>Order it instead</translation>
        </message>
        <message>
            <source>Into a second sale</source>
            <translation>Into a second sale</translation>
        </message>
        <message>
            <source>To pay: {total}</source>
            <translation>To pay: {total}</translation>
        </message>
        <message>
            <source>Whole sale</source>
            <translation>Whole sale</translation>
        </message>
        <message>
            <source>Gift receipt, without prices</source>
            <translation>Gift receipt, without prices</translation>
        </message>
        <message>
            <source>5% off</source>
            <translation>5% off</translation>
        </message>
        <message>
            <source>10% off</source>
            <translation>10% off</translation>
        </message>
        <message>
            <source>15% off</source>
            <translation>15% off</translation>
        </message>
        <message>
            <source>20% off</source>
            <translation>20% off</translation>
        </message>
        <message>
            <source>50% off</source>
            <translation>50% off</translation>
        </message>
        <message>
            <source>choose {count}</source>
            <translation>choose {count}</translation>
        </message>
        <message>
            <source>choose {least} to {most}</source>
            <translation>choose {least} to {most}</translation>
        </message>
        <message>
            <source>if wanted</source>
            <translation>if wanted</translation>
        </message>
        <message>
            <source>up to {count}</source>
            <translation>up to {count}</translation>
        </message>
        <message>
            <source>{count} pieces, {price} each</source>
            <translation>{count} pieces, {price} each</translation>
        </message>
        <message>
            <source>from {price}</source>
            <translation>from {price}</translation>
        </message>
        <message>
            <source>One less</source>
            <translation>One less</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>One more</translation>
        </message>
        <message>
            <source>The figure is what the stock says. A piece in your hand can always be sold.</source>
            <translation>The figure is what the stock says. A piece in your hand can always be sold.</translation>
        </message>
        <message>
            <source>Balance of {member}</source>
            <translation>Balance of {member}</translation>
        </message>
        <message>
            <source>Bonus {amount}</source>
            <translation>Bonus {amount}</translation>
        </message>
        <message>
            <source>No bonus</source>
            <translation>No bonus</translation>
        </message>
        <message>
            <source>Exactly</source>
            <translation>Exactly</translation>
        </message>
        <message>
            <source>Choose an amount</source>
            <translation>Choose an amount</translation>
        </message>
        <message>
            <source>Received {amount}</source>
            <translation>Received {amount}</translation>
        </message>
        <message>
            <source>When paying, the principal is used first, then the bonus.</source>
            <translation>When paying, the principal is used first, then the bonus.</translation>
        </message>
        <message>
            <source>When paying, the bonus is used first, then the principal.</source>
            <translation>When paying, the bonus is used first, then the principal.</translation>
        </message>
        <message>
            <source>When paying, principal and bonus are used in proportion.</source>
            <translation>When paying, principal and bonus are used in proportion.</translation>
        </message>
        <message>
            <source>The balance is spent in our stores and not paid out.</source>
            <translation>The balance is spent in our stores and not paid out.</translation>
        </message>
        <message>
            <source>Rewards for points</source>
            <translation>Rewards for points</translation>
        </message>
        <message>
            <source>Touch a reward; then the member proves who they are.</source>
            <translation>Touch a reward; then the member proves who they are.</translation>
        </message>
        <message>
            <source>can be had now</source>
            <translation>can be had now</translation>
        </message>
        <message>
            <source>{points} points are missing</source>
            <translation>{points} points are missing</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>Serial number</translation>
        </message>
        <message>
            <source>Scan the serial number of this piece, or type it.</source>
            <translation>Scan the serial number of this piece, or type it.</translation>
        </message>
        <message>
            <source>Sell this piece</source>
            <translation>Sell this piece</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>No staff here yet</source>
            <translation>No staff here yet</translation>
        </message>
        <message>
            <source>The list of staff comes from the central API. Check the connection.</source>
            <translation>The list of staff comes from the central API. Check the connection.</translation>
        </message>
        <message>
            <source>Who is working?</source>
            <translation>Who is working?</translation>
        </message>
        <message>
            <source>Touch your name and enter your PIN, or scan your badge.</source>
            <translation>Touch your name and enter your PIN, or scan your badge.</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>Somebody else</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Light or dark</translation>
        </message>
        <message>
            <source>Practise</source>
            <translation>Practise</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Status of the till</source>
            <translation>Status of the till</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Training · nothing is sent</source>
            <translation>Training · nothing is sent</translation>
        </message>
        <message>
            <source>To send {count}</source>
            <translation>To send {count}</translation>
        </message>
        <message>
            <source>No sales now · touch to see why</source>
            <translation>No sales now · touch to see why</translation>
        </message>
        <message>
            <source>Online · everything works</source>
            <translation>Online · everything works</translation>
        </message>
        <message>
            <source>Online · some things do not work</source>
            <translation>Online · some things do not work</translation>
        </message>
        <message>
            <source>Offline · selling goes on</source>
            <translation>Offline · selling goes on</translation>
        </message>
        <message>
            <source>Offline {minutes} min · selling goes on</source>
            <translation>Offline {minutes} min · selling goes on</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>One less</source>
            <translation>One less</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>One more</translation>
        </message>
    </context>
    <context>
        <name>Stock</name>
        <message>
            <source>All as sent</source>
            <translation>All as sent</translation>
        </message>
        <message>
            <source>Count on</source>
            <translation>Count on</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>Give it up</translation>
        </message>
        <message>
            <source>Give this document up? Nothing has moved yet.</source>
            <translation>Give this document up? Nothing has moved yet.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>Area (shelf, window, store room)</source>
            <translation>Area (shelf, window, store room)</translation>
        </message>
        <message>
            <source>Number of the delivery note</source>
            <translation>Number of the delivery note</translation>
        </message>
        <message>
            <source>Why does {product} differ?</source>
            <translation>Why does {product} differ?</translation>
        </message>
        <message>
            <source>Which store?</source>
            <translation>Which store?</translation>
        </message>
        <message>
            <source>So far {count}</source>
            <translation>So far {count}</translation>
        </message>
        <message>
            <source>Year, month, day as on the pack: 261231</source>
            <translation>Year, month, day as on the pack: 261231</translation>
        </message>
        <message>
            <source>kg</source>
            <translation>kg</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Quantity</translation>
        </message>
        <message>
            <source>How much is it?</source>
            <translation>How much is it?</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Delivery note</source>
            <translation>Delivery note</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Take out</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>Set</translation>
        </message>
        <message>
            <source>Other stores</source>
            <translation>Other stores</translation>
        </message>
        <message>
            <source>Nobody's stock until it arrives</source>
            <translation>Nobody's stock until it arrives</translation>
        </message>
        <message>
            <source>What is on the way</source>
            <translation>What is on the way</translation>
        </message>
        <message>
            <source>What are you looking for?</source>
            <translation>What are you looking for?</translation>
        </message>
        <message>
            <source>Scan a product, or search for it: here and in other stores.</source>
            <translation>Scan a product, or search for it: here and in other stores.</translation>
        </message>
        <message>
            <source>Ask other stores</source>
            <translation>Ask other stores</translation>
        </message>
        <message>
            <source>Order it for a customer</source>
            <translation>Order it for a customer</translation>
        </message>
        <message>
            <source>Take it in</source>
            <translation>Take it in</translation>
        </message>
        <message>
            <source>Print the delivery note again</source>
            <translation>Print the delivery note again</translation>
        </message>
        <message>
            <source>Write this batch off</source>
            <translation>Write this batch off</translation>
        </message>
        <message>
            <source>Which of these?</source>
            <translation>Which of these?</translation>
        </message>
        <message>
            <source>In the document</source>
            <translation>In the document</translation>
        </message>
        <message>
            <source>Nothing in it yet</source>
            <translation>Nothing in it yet</translation>
        </message>
        <message>
            <source>Scan the goods, or search for them.</source>
            <translation>Scan the goods, or search for them.</translation>
        </message>
        <message>
            <source>Nothing runs short</source>
            <translation>Nothing runs short</translation>
        </message>
        <message>
            <source>Of everything there is as much as seven days sold here.</source>
            <translation>Of everything there is as much as seven days sold here.</translation>
        </message>
        <message>
            <source>Nothing expires soon</source>
            <translation>Nothing expires soon</translation>
        </message>
        <message>
            <source>Batches stand here whose date was scanned or typed when they came.</source>
            <translation>Batches stand here whose date was scanned or typed when they came.</translation>
        </message>
        <message>
            <source>Nothing is on the way</source>
            <translation>Nothing is on the way</translation>
        </message>
        <message>
            <source>Goods between stores stand here until they arrive.</source>
            <translation>Goods between stores stand here until they arrive.</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>Try another word, or scan the code.</source>
            <translation>Try another word, or scan the code.</translation>
        </message>
        <message>
            <source>Name or code of the goods</source>
            <translation>Name or code of the goods</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>Products</translation>
        </message>
        <message>
            <source>Running short</source>
            <translation>Running short</translation>
        </message>
        <message>
            <source>Expiring soon</source>
            <translation>Expiring soon</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>On the way</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>Short</translation>
        </message>
        <message>
            <source>Expiring</source>
            <translation>Expiring</translation>
        </message>
        <message>
            <source>Receive goods</source>
            <translation>Receive goods</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>Write off</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>Send to a store</source>
            <translation>Send to a store</translation>
        </message>
        <message>
            <source>Take in a transfer</source>
            <translation>Take in a transfer</translation>
        </message>
        <message>
            <source>{count} sold here in seven days</source>
            <translation>{count} sold here in seven days</translation>
        </message>
        <message>
            <source>{count} free</source>
            <translation>{count} free</translation>
        </message>
        <message>
            <source>{count} left</source>
            <translation>{count} left</translation>
        </message>
        <message>
            <source>{date}: about {count} left, worth {amount}</source>
            <translation>{date}: about {count} left, worth {amount}</translation>
        </message>
        <message>
            <source>{date} · past its date</source>
            <translation>{date} · past its date</translation>
        </message>
        <message>
            <source>{date} · last day</source>
            <translation>{date} · last day</translation>
        </message>
        <message>
            <source>{date} · days left: {count}</source>
            <translation>{date} · days left: {count}</translation>
        </message>
        <message>
            <source>From {store}</source>
            <translation>From {store}</translation>
        </message>
        <message>
            <source>To {store}</source>
            <translation>To {store}</translation>
        </message>
        <message>
            <source>sent {when}</source>
            <translation>sent {when}</translation>
        </message>
        <message>
            <source>Products: {count}</source>
            <translation>Products: {count}</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation>On hand</translation>
        </message>
        <message>
            <source>Kept for orders</source>
            <translation>Kept for orders</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>On its way</translation>
        </message>
        <message>
            <source>Web may promise</source>
            <translation>Web may promise</translation>
        </message>
        <message>
            <source>Nobody has told how much of it is here.</source>
            <translation>Nobody has told how much of it is here.</translation>
        </message>
        <message>
            <source>Head office has not told of this store's stock yet.</source>
            <translation>Head office has not told of this store's stock yet.</translation>
        </message>
        <message>
            <source>Head office's figures of {when}, and what this till did since</source>
            <translation>Head office's figures of {when}, and what this till did since</translation>
        </message>
        <message>
            <source>Asking head office about other stores…</source>
            <translation>Asking head office about other stores…</translation>
        </message>
        <message>
            <source>Other stores are not known without head office.</source>
            <translation>Other stores are not known without head office.</translation>
        </message>
        <message>
            <source>Head office does not answer; other stores as of {when}</source>
            <translation>Head office does not answer; other stores as of {when}</translation>
        </message>
        <message>
            <source>No other store has it, as of {when}.</source>
            <translation>No other store has it, as of {when}.</translation>
        </message>
        <message>
            <source>Other stores as of {when}</source>
            <translation>Other stores as of {when}</translation>
        </message>
        <message>
            <source>Products: {lines} · in all {total}</source>
            <translation>Products: {lines} · in all {total}</translation>
        </message>
        <message>
            <source>Finish the count</source>
            <translation>Finish the count</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>Goods received</source>
            <translation>Goods received</translation>
        </message>
        <message>
            <source>Write it off</source>
            <translation>Write it off</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Goods taken in</source>
            <translation>Goods taken in</translation>
        </message>
        <message>
            <source>Tap a product marked “why?” and choose a reason. Others need none.</source>
            <translation>Tap a product marked “why?” and choose a reason. Others need none.</translation>
        </message>
        <message>
            <source>Scan what lies there: each scan is one. Stock is shown when you compare.</source>
            <translation>Scan what lies there: each scan is one. Stock is shown when you compare.</translation>
        </message>
        <message>
            <source>Scan what arrived from {store}; what is missing is noted.</source>
            <translation>Scan what arrived from {store}; what is missing is noted.</translation>
        </message>
        <message>
            <source>Scan the goods: each scan is one more. Tap a line to type a quantity.</source>
            <translation>Scan the goods: each scan is one more. Tap a line to type a quantity.</translation>
        </message>
        <message>
            <source>counted {counted}, stock {level}</source>
            <translation>counted {counted}, stock {level}</translation>
        </message>
        <message>
            <source>{note} · sold while it was counted</source>
            <translation>{note} · sold while it was counted</translation>
        </message>
        <message>
            <source>{note} · why?</source>
            <translation>{note} · why?</translation>
        </message>
        <message>
            <source>{count} were sent</source>
            <translation>{count} were sent</translation>
        </message>
        <message>
            <source>{count} on the delivery note</source>
            <translation>{count} on the delivery note</translation>
        </message>
        <message>
            <source>heard {when}</source>
            <translation>heard {when}</translation>
        </message>
        <message>
            <source>{count} m</source>
            <translation>{count} m</translation>
        </message>
        <message>
            <source>{count} km</source>
            <translation>{count} km</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>just now</translation>
        </message>
    </context>
    <context>
        <name>Trouble</name>
        <message>
            <source>The till cannot be opened</source>
            <translation>The till cannot be opened</translation>
        </message>
        <message>
            <source>Code for support: {code}</source>
            <translation>Code for support: {code}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>Unlock</name>
        <message>
            <source>Passphrase of this till</source>
            <translation>Passphrase of this till</translation>
        </message>
        <message>
            <source>Open the till</source>
            <translation>Open the till</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>figures</name>
        <message>
            <source>Net sales</source>
            <translation>Net sales</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>Receipts</translation>
        </message>
        <message>
            <source>Average receipt</source>
            <translation>Average receipt</translation>
        </message>
        <message>
            <source>Sold</source>
            <translation>Sold</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>Returns</translation>
        </message>
        <message>
            <source>Return rate</source>
            <translation>Return rate</translation>
        </message>
        <message>
            <source>Returns (number)</source>
            <translation>Returns (number)</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Items</translation>
        </message>
        <message>
            <source>Items a receipt</source>
            <translation>Items a receipt</translation>
        </message>
        <message>
            <source>At list price</source>
            <translation>At list price</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>Discounts</translation>
        </message>
        <message>
            <source>Uses of discounts</source>
            <translation>Uses of discounts</translation>
        </message>
        <message>
            <source>Share of discounts</source>
            <translation>Share of discounts</translation>
        </message>
        <message>
            <source>Revenue without tax</source>
            <translation>Revenue without tax</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>Tax</translation>
        </message>
        <message>
            <source>Taxed amount</source>
            <translation>Taxed amount</translation>
        </message>
        <message>
            <source>Owed by funders</source>
            <translation>Owed by funders</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>Rounding</translation>
        </message>
        <message>
            <source>Tenders</source>
            <translation>Tenders</translation>
        </message>
        <message>
            <source>Uses of tenders</source>
            <translation>Uses of tenders</translation>
        </message>
        <message>
            <source>Members' receipts</source>
            <translation>Members' receipts</translation>
        </message>
        <message>
            <source>Members' share</source>
            <translation>Members' share</translation>
        </message>
        <message>
            <source>Removed lines</source>
            <translation>Removed lines</translation>
        </message>
        <message>
            <source>Removed, at list price</source>
            <translation>Removed, at list price</translation>
        </message>
        <message>
            <source>Given-up baskets</source>
            <translation>Given-up baskets</translation>
        </message>
        <message>
            <source>Given up, at list price</source>
            <translation>Given up, at list price</translation>
        </message>
        <message>
            <source>Voids after total</source>
            <translation>Voids after total</translation>
        </message>
        <message>
            <source>Voided after total, at list price</source>
            <translation>Voided after total, at list price</translation>
        </message>
        <message>
            <source>Price overrides</source>
            <translation>Price overrides</translation>
        </message>
        <message>
            <source>Taken off by overrides</source>
            <translation>Taken off by overrides</translation>
        </message>
        <message>
            <source>Discounts by hand</source>
            <translation>Discounts by hand</translation>
        </message>
        <message>
            <source>Given by hand</source>
            <translation>Given by hand</translation>
        </message>
        <message>
            <source>Small change dropped (number)</source>
            <translation>Small change dropped (number)</translation>
        </message>
        <message>
            <source>Small change dropped</source>
            <translation>Small change dropped</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>Approvals</translation>
        </message>
        <message>
            <source>No-sales</source>
            <translation>No-sales</translation>
        </message>
        <message>
            <source>Drawer openings</source>
            <translation>Drawer openings</translation>
        </message>
        <message>
            <source>Openings with a time</source>
            <translation>Openings with a time</translation>
        </message>
        <message>
            <source>Drawer open for</source>
            <translation>Drawer open for</translation>
        </message>
        <message>
            <source>Drawer open each time</source>
            <translation>Drawer open each time</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>Copies</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>Open items</translation>
        </message>
        <message>
            <source>Top-ups (number)</source>
            <translation>Top-ups (number)</translation>
        </message>
        <message>
            <source>Top-ups</source>
            <translation>Top-ups</translation>
        </message>
        <message>
            <source>Tenders of top-ups</source>
            <translation>Tenders of top-ups</translation>
        </message>
        <message>
            <source>Bonus of top-ups</source>
            <translation>Bonus of top-ups</translation>
        </message>
        <message>
            <source>Deposits charged</source>
            <translation>Deposits charged</translation>
        </message>
        <message>
            <source>Deposits given back</source>
            <translation>Deposits given back</translation>
        </message>
        <message>
            <source>Forfeited by vouchers</source>
            <translation>Forfeited by vouchers</translation>
        </message>
        <message>
            <source>Orders handed over</source>
            <translation>Orders handed over</translation>
        </message>
        <message>
            <source>Value handed over</source>
            <translation>Value handed over</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>Paid in</translation>
        </message>
        <message>
            <source>Paid out</source>
            <translation>Paid out</translation>
        </message>
        <message>
            <source>Safe drops</source>
            <translation>Safe drops</translation>
        </message>
        <message>
            <source>Float added</source>
            <translation>Float added</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Difference</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>Short</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>Over</translation>
        </message>
        <message>
            <source>Points earned</source>
            <translation>Points earned</translation>
        </message>
        <message>
            <source>Points spent</source>
            <translation>Points spent</translation>
        </message>
        <message>
            <source>New members</source>
            <translation>New members</translation>
        </message>
        <message>
            <source>Coupons used</source>
            <translation>Coupons used</translation>
        </message>
        <message>
            <source>Taken off by coupons</source>
            <translation>Taken off by coupons</translation>
        </message>
        <message>
            <source>Coupons printed</source>
            <translation>Coupons printed</translation>
        </message>
        <message>
            <source>Order value, all channels</source>
            <translation>Order value, all channels</translation>
        </message>
        <message>
            <source>Online to store</source>
            <translation>Online to store</translation>
        </message>
        <message>
            <source>Share of pickup</source>
            <translation>Share of pickup</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>Collected</translation>
        </message>
        <message>
            <source>No-show rate</source>
            <translation>No-show rate</translation>
        </message>
        <message>
            <source>Orders placed</source>
            <translation>Orders placed</translation>
        </message>
        <message>
            <source>Value of orders</source>
            <translation>Value of orders</translation>
        </message>
        <message>
            <source>Orders collected</source>
            <translation>Orders collected</translation>
        </message>
        <message>
            <source>No-shows</source>
            <translation>No-shows</translation>
        </message>
        <message>
            <source>In two channels</source>
            <translation>In two channels</translation>
        </message>
        <message>
            <source>Repurchase rate</source>
            <translation>Repurchase rate</translation>
        </message>
        <message>
            <source>Repurchase of newcomers</source>
            <translation>Repurchase of newcomers</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>Retention</translation>
        </message>
        <message>
            <source>Stock turnover</source>
            <translation>Stock turnover</translation>
        </message>
        <message>
            <source>Days of stock</source>
            <translation>Days of stock</translation>
        </message>
        <message>
            <source>Share of orders</source>
            <translation>Share of orders</translation>
        </message>
        <message>
            <source>Store visits (estimate)</source>
            <translation>Store visits (estimate)</translation>
        </message>
        <message>
            <source>Out of stock</source>
            <translation>Out of stock</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>Losses</translation>
        </message>
        <message>
            <source>Loss rate</source>
            <translation>Loss rate</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>On time</translation>
        </message>
        <message>
            <source>Orders ready</source>
            <translation>Orders ready</translation>
        </message>
        <message>
            <source>Minutes late</source>
            <translation>Minutes late</translation>
        </message>
        <message>
            <source>Return on campaigns</source>
            <translation>Return on campaigns</translation>
        </message>
        <message>
            <source>Coupons issued</source>
            <translation>Coupons issued</translation>
        </message>
        <message>
            <source>Coupons claimed</source>
            <translation>Coupons claimed</translation>
        </message>
        <message>
            <source>Coupons redeemed</source>
            <translation>Coupons redeemed</translation>
        </message>
        <message>
            <source>Redemption rate</source>
            <translation>Redemption rate</translation>
        </message>
        <message>
            <source>Margin</source>
            <translation>Margin</translation>
        </message>
        <message>
            <source>Margin rate</source>
            <translation>Margin rate</translation>
        </message>
        <message>
            <source>Cost is known of</source>
            <translation>Cost is known of</translation>
        </message>
        <message>
            <source>Cash flow</source>
            <translation>Cash flow</translation>
        </message>
        <message>
            <source>Subsidies</source>
            <translation>Subsidies</translation>
        </message>
        <message>
            <source>Commission</source>
            <translation>Commission</translation>
        </message>
        <message>
            <source>Delivery fees</source>
            <translation>Delivery fees</translation>
        </message>
        <message>
            <source>Cost of a new customer</source>
            <translation>Cost of a new customer</translation>
        </message>
        <message>
            <source>First purchase</source>
            <translation>First purchase</translation>
        </message>
        <message>
            <source>Value of a customer</source>
            <translation>Value of a customer</translation>
        </message>
        <message>
            <source>What goods were sold for, after discounts and with tax, less what was given back for returned goods.</source>
            <translation>What goods were sold for, after discounts and with tax, less what was given back for returned goods.</translation>
        </message>
        <message>
            <source>Sales documents with goods sold; a document that only takes goods back is not counted.</source>
            <translation>Sales documents with goods sold; a document that only takes goods back is not counted.</translation>
        </message>
        <message>
            <source>Net sales divided by receipts; handed-over orders that were paid before are in neither.</source>
            <translation>Net sales divided by receipts; handed-over orders that were paid before are in neither.</translation>
        </message>
        <message>
            <source>What goods were sold for, after discounts and with tax, before returns.</source>
            <translation>What goods were sold for, after discounts and with tax, before returns.</translation>
        </message>
        <message>
            <source>What was given back for returned goods, less what was charged again of their discounts.</source>
            <translation>What was given back for returned goods, less what was charged again of their discounts.</translation>
        </message>
        <message>
            <source>Returns divided by what was sold.</source>
            <translation>Returns divided by what was sold.</translation>
        </message>
        <message>
            <source>Documents that take goods back.</source>
            <translation>Documents that take goods back.</translation>
        </message>
        <message>
            <source>Pieces sold, packs by their pieces; weighed goods by the kilogram. Deposits are none.</source>
            <translation>Pieces sold, packs by their pieces; weighed goods by the kilogram. Deposits are none.</translation>
        </message>
        <message>
            <source>Items divided by receipts.</source>
            <translation>Items divided by receipts.</translation>
        </message>
        <message>
            <source>What the goods would have cost without any discount.</source>
            <translation>What the goods would have cost without any discount.</translation>
        </message>
        <message>
            <source>All that was taken off by campaigns, coupons and by hand, less what ended with returned goods.</source>
            <translation>All that was taken off by campaigns, coupons and by hand, less what ended with returned goods.</translation>
        </message>
        <message>
            <source>How often a campaign or coupon took something off: once a document.</source>
            <translation>How often a campaign or coupon took something off: once a document.</translation>
        </message>
        <message>
            <source>Discounts as given, divided by the amount at list price.</source>
            <translation>Discounts as given, divided by the amount at list price.</translation>
        </message>
        <message>
            <source>What customers paid for goods, without tax, less returns.</source>
            <translation>What customers paid for goods, without tax, less returns.</translation>
        </message>
        <message>
            <source>The tax in what was sold, less that of returns.</source>
            <translation>The tax in what was sold, less that of returns.</translation>
        </message>
        <message>
            <source>The amount without tax on which tax is due, with what third parties pay.</source>
            <translation>The amount without tax on which tax is due, with what third parties pay.</translation>
        </message>
        <message>
            <source>Discounts that a brand or a platform pays for, less what ended with returns.</source>
            <translation>Discounts that a brand or a platform pays for, less what ended with returns.</translation>
        </message>
        <message>
            <source>What was added or dropped to reach whole coins.</source>
            <translation>What was added or dropped to reach whole coins.</translation>
        </message>
        <message>
            <source>What was settled by tenders, after change; money given back is taken off.</source>
            <translation>What was settled by tenders, after change; money given back is taken off.</translation>
        </message>
        <message>
            <source>Documents by tender; one that is paid in two ways counts twice.</source>
            <translation>Documents by tender; one that is paid in two ways counts twice.</translation>
        </message>
        <message>
            <source>Receipts with a member, divided by all receipts.</source>
            <translation>Receipts with a member, divided by all receipts.</translation>
        </message>
        <message>
            <source>What was sold to members, divided by all that was sold.</source>
            <translation>What was sold to members, divided by all that was sold.</translation>
        </message>
        <message>
            <source>Lines taken out before payment, those of given-up baskets too.</source>
            <translation>Lines taken out before payment, those of given-up baskets too.</translation>
        </message>
        <message>
            <source>The list price of the lines that were taken out before payment.</source>
            <translation>The list price of the lines that were taken out before payment.</translation>
        </message>
        <message>
            <source>Baskets that were emptied or left, and nothing was paid.</source>
            <translation>Baskets that were emptied or left, and nothing was paid.</translation>
        </message>
        <message>
            <source>The list price of what was in given-up baskets.</source>
            <translation>The list price of what was in given-up baskets.</translation>
        </message>
        <message>
            <source>Baskets that were given up, or lost lines, after the customer was told the total.</source>
            <translation>Baskets that were given up, or lost lines, after the customer was told the total.</translation>
        </message>
        <message>
            <source>The list price of what went out of baskets after the customer was told the total.</source>
            <translation>The list price of what went out of baskets after the customer was told the total.</translation>
        </message>
        <message>
            <source>Prices that a cashier set instead of the price list.</source>
            <translation>Prices that a cashier set instead of the price list.</translation>
        </message>
        <message>
            <source>How much lower the cashiers' own prices were.</source>
            <translation>How much lower the cashiers' own prices were.</translation>
        </message>
        <message>
            <source>Discounts and prices given by a cashier; dropped change is not counted.</source>
            <translation>Discounts and prices given by a cashier; dropped change is not counted.</translation>
        </message>
        <message>
            <source>What cashiers took off by hand; dropped change is not counted.</source>
            <translation>What cashiers took off by hand; dropped change is not counted.</translation>
        </message>
        <message>
            <source>How often a cashier dropped small change.</source>
            <translation>How often a cashier dropped small change.</translation>
        </message>
        <message>
            <source>What cashiers dropped of small change.</source>
            <translation>What cashiers dropped of small change.</translation>
        </message>
        <message>
            <source>Acts that another person allowed by badge or PIN.</source>
            <translation>Acts that another person allowed by badge or PIN.</translation>
        </message>
        <message>
            <source>Openings of the cash drawer without a sale.</source>
            <translation>Openings of the cash drawer without a sale.</translation>
        </message>
        <message>
            <source>Openings of the cash drawer: for documents and top-ups with cash, for movements, and without a sale.</source>
            <translation>Openings of the cash drawer: for documents and top-ups with cash, for movements, and without a sale.</translation>
        </message>
        <message>
            <source>Openings of which the printer told when the drawer was shut again.</source>
            <translation>Openings of which the printer told when the drawer was shut again.</translation>
        </message>
        <message>
            <source>How long the drawer stood open, until its switch said that it was shut. Not known (–) where the printer does not tell.</source>
            <translation>How long the drawer stood open, until its switch said that it was shut. Not known (–) where the printer does not tell.</translation>
        </message>
        <message>
            <source>Time that the drawer stood open, divided by the openings with a time.</source>
            <translation>Time that the drawer stood open, divided by the openings with a time.</translation>
        </message>
        <message>
            <source>Receipts that were printed again.</source>
            <translation>Receipts that were printed again.</translation>
        </message>
        <message>
            <source>Lines sold without a product, with a price keyed in.</source>
            <translation>Lines sold without a product, with a price keyed in.</translation>
        </message>
        <message>
            <source>How often money was paid into a member balance. Not a sale.</source>
            <translation>How often money was paid into a member balance. Not a sale.</translation>
        </message>
        <message>
            <source>Money paid into member balances. Not a sale.</source>
            <translation>Money paid into member balances. Not a sale.</translation>
        </message>
        <message>
            <source>What top-ups brought in by tender.</source>
            <translation>What top-ups brought in by tender.</translation>
        </message>
        <message>
            <source>What the shop gave on top.</source>
            <translation>What the shop gave on top.</translation>
        </message>
        <message>
            <source>Deposits for bottles and bags among what was sold.</source>
            <translation>Deposits for bottles and bags among what was sold.</translation>
        </message>
        <message>
            <source>Deposits for bottles and bags among what was returned.</source>
            <translation>Deposits for bottles and bags among what was returned.</translation>
        </message>
        <message>
            <source>What vouchers were worth above what they paid.</source>
            <translation>What vouchers were worth above what they paid.</translation>
        </message>
        <message>
            <source>Orders, or parts of them, that left the store. Apart from the sales: they were paid before.</source>
            <translation>Orders, or parts of them, that left the store. Apart from the sales: they were paid before.</translation>
        </message>
        <message>
            <source>What the orders that left the store were worth. Apart from the sales.</source>
            <translation>What the orders that left the store were worth. Apart from the sales.</translation>
        </message>
        <message>
            <source>Cash put into the drawer, with a reason.</source>
            <translation>Cash put into the drawer, with a reason.</translation>
        </message>
        <message>
            <source>Cash taken from the drawer for an expense.</source>
            <translation>Cash taken from the drawer for an expense.</translation>
        </message>
        <message>
            <source>Cash moved from the drawer to the safe.</source>
            <translation>Cash moved from the drawer to the safe.</translation>
        </message>
        <message>
            <source>Change money added to the drawer.</source>
            <translation>Change money added to the drawer.</translation>
        </message>
        <message>
            <source>Counted less expected, of closed shifts: above zero is over, below zero short.</source>
            <translation>Counted less expected, of closed shifts: above zero is over, below zero short.</translation>
        </message>
        <message>
            <source>What was missing when closed shifts were counted.</source>
            <translation>What was missing when closed shifts were counted.</translation>
        </message>
        <message>
            <source>What was there too much when closed shifts were counted.</source>
            <translation>What was there too much when closed shifts were counted.</translation>
        </message>
        <message>
            <source>Points that documents gave; those taken back with returns are taken off.</source>
            <translation>Points that documents gave; those taken back with returns are taken off.</translation>
        </message>
        <message>
            <source>Points that paid for goods or rewards.</source>
            <translation>Points that paid for goods or rewards.</translation>
        </message>
        <message>
            <source>Members who joined at this store.</source>
            <translation>Members who joined at this store.</translation>
        </message>
        <message>
            <source>Coupons that took something off.</source>
            <translation>Coupons that took something off.</translation>
        </message>
        <message>
            <source>What coupons took off.</source>
            <translation>What coupons took off.</translation>
        </message>
        <message>
            <source>Coupons that this till printed.</source>
            <translation>Coupons that this till printed.</translation>
        </message>
        <message>
            <source>What was sold over the counter and what was ordered, each once, before refunds.</source>
            <translation>What was sold over the counter and what was ordered, each once, before refunds.</translation>
        </message>
        <message>
            <source>Members with an online order or touch who bought or collected in a store within 30 days, divided by those touched.</source>
            <translation>Members with an online order or touch who bought or collected in a store within 30 days, divided by those touched.</translation>
        </message>
        <message>
            <source>Orders placed for pickup, divided by all orders placed.</source>
            <translation>Orders placed for pickup, divided by all orders placed.</translation>
        </message>
        <message>
            <source>Orders of which something left the store, divided by those that became ready.</source>
            <translation>Orders of which something left the store, divided by those that became ready.</translation>
        </message>
        <message>
            <source>Orders that nobody came for, divided by those that became ready.</source>
            <translation>Orders that nobody came for, divided by those that became ready.</translation>
        </message>
        <message>
            <source>Orders that were placed in this time for this store.</source>
            <translation>Orders that were placed in this time for this store.</translation>
        </message>
        <message>
            <source>What the placed orders come to, as ordered, before refunds.</source>
            <translation>What the placed orders come to, as ordered, before refunds.</translation>
        </message>
        <message>
            <source>Placed orders of which something has left the store.</source>
            <translation>Placed orders of which something has left the store.</translation>
        </message>
        <message>
            <source>Placed orders that nobody came for.</source>
            <translation>Placed orders that nobody came for.</translation>
        </message>
        <message>
            <source>Members with an event in two channels or more, divided by active members.</source>
            <translation>Members with an event in two channels or more, divided by active members.</translation>
        </message>
        <message>
            <source>Customers with two purchases or more, divided by customers with one or more.</source>
            <translation>Customers with two purchases or more, divided by customers with one or more.</translation>
        </message>
        <message>
            <source>The same of those who joined by a store's code.</source>
            <translation>The same of those who joined by a store's code.</translation>
        </message>
        <message>
            <source>Of those whose first purchase was in the month, who bought in this time.</source>
            <translation>Of those whose first purchase was in the month, who bought in this time.</translation>
        </message>
        <message>
            <source>Cost of what tills sold, divided by the stock at cost, the average of the ends of the days.</source>
            <translation>Cost of what tills sold, divided by the stock at cost, the average of the ends of the days.</translation>
        </message>
        <message>
            <source>How many days the average stock at cost lasts at this pace.</source>
            <translation>How many days the average stock at cost lasts at this pace.</translation>
        </message>
        <message>
            <source>Of the products that somebody bought or ordered in the 28 days before, the part of which nothing was there when the day ended.</source>
            <translation>Of the products that somebody bought or ordered in the 28 days before, the part of which nothing was there when the day ended.</translation>
        </message>
        <message>
            <source>An estimate: what receipts with this campaign alone brought above the average of receipts without any, less what it cost the shop, divided by that cost.</source>
            <translation>An estimate: what receipts with this campaign alone brought above the average of receipts without any, less what it cost the shop, divided by that cost.</translation>
        </message>
        <message>
            <source>Coupons that were issued in this time, online or on paper.</source>
            <translation>Coupons that were issued in this time, online or on paper.</translation>
        </message>
        <message>
            <source>Of these coupons, those that a member has or had.</source>
            <translation>Of these coupons, those that a member has or had.</translation>
        </message>
        <message>
            <source>Of these coupons, those that were used until now.</source>
            <translation>Of these coupons, those that were used until now.</translation>
        </message>
        <message>
            <source>Of the coupons that were issued in this time, the part that was used until now.</source>
            <translation>Of the coupons that were issued in this time, the part that was used until now.</translation>
        </message>
        <message>
            <source>Discounts that others than the store bear, of receipts and of orders paid online.</source>
            <translation>Discounts that others than the store bear, of receipts and of orders paid online.</translation>
        </message>
        <message>
            <source>What channels keep of the orders of this time, less the share of what was given back.</source>
            <translation>What channels keep of the orders of this time, less the share of what was given back.</translation>
        </message>
        <message>
            <source>What deliveries cost, as the owner told it.</source>
            <translation>What deliveries cost, as the owner told it.</translation>
        </message>
        <message>
            <source>Marketing as the owner told it and discounts for first purchases, divided by the members who joined and bought.</source>
            <translation>Marketing as the owner told it and discounts for first purchases, divided by the members who joined and bought.</translation>
        </message>
        <message>
            <source>Value of orders, divided by the order value of all channels.</source>
            <translation>Value of orders, divided by the order value of all channels.</translation>
        </message>
        <message>
            <source>Receipts and handed-over orders together: a stand-in, nobody counts who walks in.</source>
            <translation>Receipts and handed-over orders together: a stand-in, nobody counts who walks in.</translation>
        </message>
        <message>
            <source>What was wasted or found missing, at cost.</source>
            <translation>What was wasted or found missing, at cost.</translation>
        </message>
        <message>
            <source>Losses divided by net sales.</source>
            <translation>Losses divided by net sales.</translation>
        </message>
        <message>
            <source>Orders ready by their promised time, divided by all that became ready.</source>
            <translation>Orders ready by their promised time, divided by all that became ready.</translation>
        </message>
        <message>
            <source>Orders that became ready for pickup in this time.</source>
            <translation>Orders that became ready for pickup in this time.</translation>
        </message>
        <message>
            <source>Of late orders: how many minutes after the promise they were ready.</source>
            <translation>Of late orders: how many minutes after the promise they were ready.</translation>
        </message>
        <message>
            <source>What goods with a known cost brought in without tax, less that cost.</source>
            <translation>What goods with a known cost brought in without tax, less that cost.</translation>
        </message>
        <message>
            <source>Margin divided by what those goods brought in.</source>
            <translation>Margin divided by what those goods brought in.</translation>
        </message>
        <message>
            <source>How much of the revenue the margin speaks of.</source>
            <translation>How much of the revenue the margin speaks of.</translation>
        </message>
        <message>
            <source>Cash of sales and top-ups, plus paid in, less paid out.</source>
            <translation>Cash of sales and top-ups, plus paid in, less paid out.</translation>
        </message>
        <message>
            <source>Those who registered and bought, divided by all who registered.</source>
            <translation>Those who registered and bought, divided by all who registered.</translation>
        </message>
        <message>
            <source>Revenue of known customers, divided by their number.</source>
            <translation>Revenue of known customers, divided by their number.</translation>
        </message>
        <message>
            <source>Known at head office.</source>
            <translation>Known at head office.</translation>
        </message>
        <message>
            <source>Members were not counted.</source>
            <translation>Members were not counted.</translation>
        </message>
        <message>
            <source>Nobody tells head office what it is made of.</source>
            <translation>Nobody tells head office what it is made of.</translation>
        </message>
        <message>
            <source>Known of a store's whole days only.</source>
            <translation>Known of a store's whole days only.</translation>
        </message>
        <message>
            <source>Orders belong to the store, not to a person.</source>
            <translation>Orders belong to the store, not to a person.</translation>
        </message>
        <message>
            <source>No stock was written down for these days yet: head office does so when a day has ended.</source>
            <translation>No stock was written down for these days yet: head office does so when a day has ended.</translation>
        </message>
        <message>
            <source>No product on hand has a cost.</source>
            <translation>No product on hand has a cost.</translation>
        </message>
        <message>
            <source>Nothing was sold whose cost is known.</source>
            <translation>Nothing was sold whose cost is known.</translation>
        </message>
        <message>
            <source>Nobody wanted anything whose stock is known.</source>
            <translation>Nobody wanted anything whose stock is known.</translation>
        </message>
        <message>
            <source>Too few receipts to compare: it takes 30 with one campaign alone and 30 without any.</source>
            <translation>Too few receipts to compare: it takes 30 with one campaign alone and 30 without any.</translation>
        </message>
        <message>
            <source>The campaigns cost the shop nothing.</source>
            <translation>The campaigns cost the shop nothing.</translation>
        </message>
        <message>
            <source>There were orders paid online; head office settles them.</source>
            <translation>There were orders paid online; head office settles them.</translation>
        </message>
        <message>
            <source>Nobody told what deliveries cost on all of these days.</source>
            <translation>Nobody told what deliveries cost on all of these days.</translation>
        </message>
        <message>
            <source>Nobody told what marketing cost on all of these days.</source>
            <translation>Nobody told what marketing cost on all of these days.</translation>
        </message>
        <message>
            <source>Coupons belong to the chain, not to a store: look at all stores.</source>
            <translation>Coupons belong to the chain, not to a store: look at all stores.</translation>
        </message>
        <message>
            <source>Nobody new bought in this time.</source>
            <translation>Nobody new bought in this time.</translation>
        </message>
    </context>
    <context>
        <name>texts</name>
        <message>
            <source>Something went wrong. Nothing was lost. Code: {0}</source>
            <translation>Something went wrong. Nothing was lost. Code: {0}</translation>
        </message>
        <message>
            <source>The till is closing. This was not done.</source>
            <translation>The till is closing. This was not done.</translation>
        </message>
        <message>
            <source>You do not have the right for this. Ask a manager.</source>
            <translation>You do not have the right for this. Ask a manager.</translation>
        </message>
        <message>
            <source>This is above your limit ({1}). Ask a manager.</source>
            <translation>This is above your limit ({1}). Ask a manager.</translation>
        </message>
        <message>
            <source>This person is not on the staff list.</source>
            <translation>This person is not on the staff list.</translation>
        </message>
        <message>
            <source>Nobody is signed in. Sign in first.</source>
            <translation>Nobody is signed in. Sign in first.</translation>
        </message>
        <message>
            <source>Wrong PIN. Tries left before a wait: {0}.</source>
            <translation>Wrong PIN. Tries left before a wait: {0}.</translation>
        </message>
        <message>
            <source>Too many wrong PINs. Wait {0} min, or scan the badge.</source>
            <translation>Too many wrong PINs. Wait {0} min, or scan the badge.</translation>
        </message>
        <message>
            <source>This badge is not known here. Sign in by PIN.</source>
            <translation>This badge is not known here. Sign in by PIN.</translation>
        </message>
        <message>
            <source>No shift is open. Open a shift first.</source>
            <translation>No shift is open. Open a shift first.</translation>
        </message>
        <message>
            <source>Shift {0} is open already.</source>
            <translation>Shift {0} is open already.</translation>
        </message>
        <message>
            <source>The float must be an amount of 0 or more.</source>
            <translation>The float must be an amount of 0 or more.</translation>
        </message>
        <message>
            <source>A count is missing. Count every tender.</source>
            <translation>A count is missing. Count every tender.</translation>
        </message>
        <message>
            <source>The basket is not empty. Finish or empty it first.</source>
            <translation>The basket is not empty. Finish or empty it first.</translation>
        </message>
        <message>
            <source>This shift is not on this till.</source>
            <translation>This shift is not on this till.</translation>
        </message>
        <message>
            <source>Nothing in the basket. Scan the goods first.</source>
            <translation>Nothing in the basket. Scan the goods first.</translation>
        </message>
        <message>
            <source>This sale is paid already. Start the next one.</source>
            <translation>This sale is paid already. Start the next one.</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>Voucher</translation>
        </message>
        <message>
            <source>Card or payment code</source>
            <translation>Card or payment code</translation>
        </message>
        <message>
            <source>This is a payment code, not a voucher. Close this, then scan it again.</source>
            <translation>This is a payment code, not a voucher. Close this, then scan it again.</translation>
        </message>
        <message>
            <source>No payment provider is connected. Take the money on the shop's own device.</source>
            <translation>No payment provider is connected. Take the money on the shop's own device.</translation>
        </message>
        <message>
            <source>The provider is asked again…</source>
            <translation>The provider is asked again…</translation>
        </message>
        <message>
            <source>The payment is called back…</source>
            <translation>The payment is called back…</translation>
        </message>
        <message>
            <source>The money is given back…</source>
            <translation>The money is given back…</translation>
        </message>
        <message>
            <source>The money is back with the customer.</source>
            <translation>The money is back with the customer.</translation>
        </message>
        <message>
            <source>Touch it once more to give {0} back to the customer.</source>
            <translation>Touch it once more to give {0} back to the customer.</translation>
        </message>
        <message>
            <source>Count {0} as paid: the customer's phone shows it.</source>
            <translation>Count {0} as paid: the customer's phone shows it.</translation>
        </message>
        <message>
            <source>Count {0} as not paid.</source>
            <translation>Count {0} as not paid.</translation>
        </message>
        <message>
            <source>Count {0} as given back otherwise: the provider refuses it.</source>
            <translation>Count {0} as given back otherwise: the provider refuses it.</translation>
        </message>
        <message>
            <source>The payment provider does not answer. Take cash, or the shop's own device.</source>
            <translation>The payment provider does not answer. Take cash, or the shop's own device.</translation>
        </message>
        <message>
            <source>A payment waits for somebody to look at it.</source>
            <translation>A payment waits for somebody to look at it.</translation>
        </message>
        <message>
            <source>The provider does not answer. Somebody with the right decides; the journal keeps it.</source>
            <translation>The provider does not answer. Somebody with the right decides; the journal keeps it.</translation>
        </message>
        <message>
            <source>There is nothing to charge. Look at the total again.</source>
            <translation>There is nothing to charge. Look at the total again.</translation>
        </message>
        <message>
            <source>A payment of this sale is not known yet. Ask again, or set it aside first.</source>
            <translation>A payment of this sale is not known yet. Ask again, or set it aside first.</translation>
        </message>
        <message>
            <source>No provider approved this payment for this sale. Ask for the money again.</source>
            <translation>No provider approved this payment for this sale. Ask for the money again.</translation>
        </message>
        <message>
            <source>The customer's money is here already. Finish with it, or give it back first.</source>
            <translation>The customer's money is here already. Finish with it, or give it back first.</translation>
        </message>
        <message>
            <source>The customer's money is here for this basket. Give it back on the payment screen first.</source>
            <translation>The customer's money is here for this basket. Give it back on the payment screen first.</translation>
        </message>
        <message>
            <source>This money pays for a sale, or is not here. Take the goods back instead.</source>
            <translation>This money pays for a sale, or is not here. Take the goods back instead.</translation>
        </message>
        <message>
            <source>The provider has answered meanwhile. Look at the payment again.</source>
            <translation>The provider has answered meanwhile. Look at the payment again.</translation>
        </message>
        <message>
            <source>This payment is not on this till. Look on the till that took it.</source>
            <translation>This payment is not on this till. Look on the till that took it.</translation>
        </message>
        <message>
            <source>The payment provider cannot be reached. Nothing was charged; take the money otherwise.</source>
            <translation>The payment provider cannot be reached. Nothing was charged; take the money otherwise.</translation>
        </message>
        <message>
            <source>The payment provider does not answer. It is asked again by itself.</source>
            <translation>The payment provider does not answer. It is asked again by itself.</translation>
        </message>
        <message>
            <source>The provider's answer cannot be read. It is asked again by itself.</source>
            <translation>The provider's answer cannot be read. It is asked again by itself.</translation>
        </message>
        <message>
            <source>Another provider was asked for this payment. Look at its list, then decide by hand.</source>
            <translation>Another provider was asked for this payment. Look at its list, then decide by hand.</translation>
        </message>
        <message>
            <source>The store's settings have changed. They count when the till is started again.</source>
            <translation>The store's settings have changed. They count when the till is started again.</translation>
        </message>
        <message>
            <source>The provider refused the order. Nothing was charged; try again.</source>
            <translation>The provider refused the order. Nothing was charged; try again.</translation>
        </message>
        <message>
            <source>Declined. Nothing was charged; ask for another way to pay.</source>
            <translation>Declined. Nothing was charged; ask for another way to pay.</translation>
        </message>
        <message>
            <source>Declined: not enough money there. Nothing was charged; ask for another way to pay.</source>
            <translation>Declined: not enough money there. Nothing was charged; ask for another way to pay.</translation>
        </message>
        <message>
            <source>This payment code was used already. Ask the customer for a fresh one.</source>
            <translation>This payment code was used already. Ask the customer for a fresh one.</translation>
        </message>
        <message>
            <source>The payment code is too old by now. Scan a fresh one.</source>
            <translation>The payment code is too old by now. Scan a fresh one.</translation>
        </message>
        <message>
            <source>The customer said no on the phone. Nothing was charged.</source>
            <translation>The customer said no on the phone. Nothing was charged.</translation>
        </message>
        <message>
            <source>The payment was called back. Nothing was charged.</source>
            <translation>The payment was called back. Nothing was charged.</translation>
        </message>
        <message>
            <source>The order never reached the provider. Nothing was charged; try again.</source>
            <translation>The order never reached the provider. Nothing was charged; try again.</translation>
        </message>
        <message>
            <source>The provider does not give this money back. Call the provider.</source>
            <translation>The provider does not give this money back. Call the provider.</translation>
        </message>
        <message>
            <source>The payment provider's address {0} is none. Cards are not taken; call support.</source>
            <translation>The payment provider's address {0} is none. Cards are not taken; call support.</translation>
        </message>
        <message>
            <source>The payment provider's address {0} is not safe. Use the https address.</source>
            <translation>The payment provider's address {0} is not safe. Use the https address.</translation>
        </message>
        <message>
            <source>The payment does not reach the total yet. Type more, or touch Cash to take this much of it.</source>
            <translation>The payment does not reach the total yet. Type more, or touch Cash to take this much of it.</translation>
        </message>
        <message>
            <source>This amount is not valid. Type it again.</source>
            <translation>This amount is not valid. Type it again.</translation>
        </message>
        <message>
            <source>The store's rounding of cash is not known. Update the till.</source>
            <translation>The store's rounding of cash is not known. Update the till.</translation>
        </message>
        <message>
            <source>The store's tenders contradict each other. Call support.</source>
            <translation>The store's tenders contradict each other. Call support.</translation>
        </message>
        <message>
            <source>The last digits are not valid. Type 4 digits, or none.</source>
            <translation>The last digits are not valid. Type 4 digits, or none.</translation>
        </message>
        <message>
            <source>This store does not take this. Choose another tender.</source>
            <translation>This store does not take this. Choose another tender.</translation>
        </message>
        <message>
            <source>At most {1} of one sale can be paid in this way. Take the rest otherwise.</source>
            <translation>At most {1} of one sale can be paid in this way. Take the rest otherwise.</translation>
        </message>
        <message>
            <source>There are no coins below {0} here. Type it again.</source>
            <translation>There are no coins below {0} here. Type it again.</translation>
        </message>
        <message>
            <source>A voucher needs its number: 4 to 40 letters and digits. Scan it, or type it.</source>
            <translation>A voucher needs its number: 4 to 40 letters and digits. Scan it, or type it.</translation>
        </message>
        <message>
            <source>Voucher {0} is in this sale already. Take another one.</source>
            <translation>Voucher {0} is in this sale already. Take another one.</translation>
        </message>
        <message>
            <source>This is more than there is to pay. Only cash gives change.</source>
            <translation>This is more than there is to pay. Only cash gives change.</translation>
        </message>
        <message>
            <source>This line is no longer in the basket.</source>
            <translation>This line is no longer in the basket.</translation>
        </message>
        <message>
            <source>This quantity is not possible.</source>
            <translation>This quantity is not possible.</translation>
        </message>
        <message>
            <source>The basket is full. Finish this sale first.</source>
            <translation>The basket is full. Finish this sale first.</translation>
        </message>
        <message>
            <source>The price label fixes this quantity. Remove the line instead.</source>
            <translation>The price label fixes this quantity. Remove the line instead.</translation>
        </message>
        <message>
            <source>The item needs a name or a department.</source>
            <translation>The item needs a name or a department.</translation>
        </message>
        <message>
            <source>The item needs a price above 0.</source>
            <translation>The item needs a price above 0.</translation>
        </message>
        <message>
            <source>The phone number is not complete.</source>
            <translation>The phone number is not complete.</translation>
        </message>
        <message>
            <source>No member has this number.</source>
            <translation>No member has this number.</translation>
        </message>
        <message>
            <source>This member code is not genuine.</source>
            <translation>This member code is not genuine.</translation>
        </message>
        <message>
            <source>This member code has expired. Ask for a fresh one.</source>
            <translation>This member code has expired. Ask for a fresh one.</translation>
        </message>
        <message>
            <source>This member code is not valid yet. Check the clock of the phone.</source>
            <translation>This member code is not valid yet. Check the clock of the phone.</translation>
        </message>
        <message>
            <source>This member code was used here already. Ask for a fresh one.</source>
            <translation>This member code was used here already. Ask for a fresh one.</translation>
        </message>
        <message>
            <source>This member code was issued with a key that is not known here yet.</source>
            <translation>This member code was issued with a key that is not known here yet.</translation>
        </message>
        <message>
            <source>Codes cannot be checked yet: the keys have not arrived.</source>
            <translation>Codes cannot be checked yet: the keys have not arrived.</translation>
        </message>
        <message>
            <source>This member code belongs to another shop.</source>
            <translation>This member code belongs to another shop.</translation>
        </message>
        <message>
            <source>This member card was blocked.</source>
            <translation>This member card was blocked.</translation>
        </message>
        <message>
            <source>This coupon is in the basket already.</source>
            <translation>This coupon is in the basket already.</translation>
        </message>
        <message>
            <source>This coupon is not genuine.</source>
            <translation>This coupon is not genuine.</translation>
        </message>
        <message>
            <source>This coupon has expired.</source>
            <translation>This coupon has expired.</translation>
        </message>
        <message>
            <source>This coupon is not valid yet.</source>
            <translation>This coupon is not valid yet.</translation>
        </message>
        <message>
            <source>This coupon was used already.</source>
            <translation>This coupon was used already.</translation>
        </message>
        <message>
            <source>This coupon was issued with a key that is not known here yet.</source>
            <translation>This coupon was issued with a key that is not known here yet.</translation>
        </message>
        <message>
            <source>Coupons cannot be checked yet: the keys have not arrived.</source>
            <translation>Coupons cannot be checked yet: the keys have not arrived.</translation>
        </message>
        <message>
            <source>This coupon belongs to another shop.</source>
            <translation>This coupon belongs to another shop.</translation>
        </message>
        <message>
            <source>This pickup code is not genuine.</source>
            <translation>This pickup code is not genuine.</translation>
        </message>
        <message>
            <source>This pickup code has expired.</source>
            <translation>This pickup code has expired.</translation>
        </message>
        <message>
            <source>This pickup code was issued with a key that is not known here yet.</source>
            <translation>This pickup code was issued with a key that is not known here yet.</translation>
        </message>
        <message>
            <source>Pickup codes cannot be checked yet: the keys have not arrived.</source>
            <translation>Pickup codes cannot be checked yet: the keys have not arrived.</translation>
        </message>
        <message>
            <source>This pickup code belongs to another shop.</source>
            <translation>This pickup code belongs to another shop.</translation>
        </message>
        <message>
            <source>This order waits in another store ({0}).</source>
            <translation>This order waits in another store ({0}).</translation>
        </message>
        <message>
            <source>No order matches. Ask for the code or the phone number.</source>
            <translation>No order matches. Ask for the code or the phone number.</translation>
        </message>
        <message>
            <source>This order is not known here yet.</source>
            <translation>This order is not known here yet.</translation>
        </message>
        <message>
            <source>This step is not possible now. Look at the order again.</source>
            <translation>This step is not possible now. Look at the order again.</translation>
        </message>
        <message>
            <source>Say on which shelf the bags stand.</source>
            <translation>Say on which shelf the bags stand.</translation>
        </message>
        <message>
            <source>This order is not ready yet.</source>
            <translation>This order is not ready yet.</translation>
        </message>
        <message>
            <source>This order was cancelled.</source>
            <translation>This order was cancelled.</translation>
        </message>
        <message>
            <source>This order has ended. Do not hand it over.</source>
            <translation>This order has ended. Do not hand it over.</translation>
        </message>
        <message>
            <source>Say how many bags there are: 1 to 99.</source>
            <translation>Say how many bags there are: 1 to 99.</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>Say why.</translation>
        </message>
        <message>
            <source>This order was handed over already, by {1}. Do not hand it over again.</source>
            <translation>This order was handed over already, by {1}. Do not hand it over again.</translation>
        </message>
        <message>
            <source>Check that the customer is at least {0} years old.</source>
            <translation>Check that the customer is at least {0} years old.</translation>
        </message>
        <message>
            <source>This is not in the order.</source>
            <translation>This is not in the order.</translation>
        </message>
        <message>
            <source>No product has this code.</source>
            <translation>No product has this code.</translation>
        </message>
        <message>
            <source>This substitute is in the order already.</source>
            <translation>This substitute is in the order already.</translation>
        </message>
        <message>
            <source>Somebody else picks this. Take it over first.</source>
            <translation>Somebody else picks this. Take it over first.</translation>
        </message>
        <message>
            <source>You pick all of it already.</source>
            <translation>You pick all of it already.</translation>
        </message>
        <message>
            <source>That is more than is open in this order.</source>
            <translation>That is more than is open in this order.</translation>
        </message>
        <message>
            <source>Choose at least one piece.</source>
            <translation>Choose at least one piece.</translation>
        </message>
        <message>
            <source>Nothing of this order is picked yet.</source>
            <translation>Nothing of this order is picked yet.</translation>
        </message>
        <message>
            <source>The customer wants no substitute for this.</source>
            <translation>The customer wants no substitute for this.</translation>
        </message>
        <message>
            <source>Ask the customer first, then say that they want it.</source>
            <translation>Ask the customer first, then say that they want it.</translation>
        </message>
        <message>
            <source>This costs more than the customer allows.</source>
            <translation>This costs more than the customer allows.</translation>
        </message>
        <message>
            <source>{0} are still to be paid. Take the payment first.</source>
            <translation>{0} are still to be paid. Take the payment first.</translation>
        </message>
        <message>
            <source>This order was paid at the till. Hand it over, then take goods back by receipt {0}.</source>
            <translation>This order was paid at the till. Hand it over, then take goods back by receipt {0}.</translation>
        </message>
        <message>
            <source>Nothing of this order is to be paid. Hand it over.</source>
            <translation>Nothing of this order is to be paid. Hand it over.</translation>
        </message>
        <message>
            <source>This order lies in the basket already. Take its payment.</source>
            <translation>This order lies in the basket already. Take its payment.</translation>
        </message>
        <message>
            <source>{0} is not in this till's catalog yet. Wait for the next update.</source>
            <translation>{0} is not in this till's catalog yet. Wait for the next update.</translation>
        </message>
        <message>
            <source>A courier has had this order since {0}. Do not hand it over again.</source>
            <translation>A courier has had this order since {0}. Do not hand it over again.</translation>
        </message>
        <message>
            <source>A courier ({1}) has had this order since {0}. Do not hand it over again.</source>
            <translation>A courier ({1}) has had this order since {0}. Do not hand it over again.</translation>
        </message>
        <message>
            <source>No order here has this code of {0}. It may not have arrived yet, or be for another store.</source>
            <translation>No order here has this code of {0}. It may not have arrived yet, or be for another store.</translation>
        </message>
        <message>
            <source>This is not the number of this order. Ask the courier again.</source>
            <translation>This is not the number of this order. Ask the courier again.</translation>
        </message>
        <message>
            <source>Ask the courier for a name or the number plate.</source>
            <translation>Ask the courier for a name or the number plate.</translation>
        </message>
        <message>
            <source>What was ordered stands. Change the order, or take it out as a whole.</source>
            <translation>What was ordered stands. Change the order, or take it out as a whole.</translation>
        </message>
        <message>
            <source>Order {0} has changed. Take it out of the basket and take its payment anew.</source>
            <translation>Order {0} has changed. Take it out of the basket and take its payment anew.</translation>
        </message>
        <message>
            <source>An order is paid as a whole: take all its lines.</source>
            <translation>An order is paid as a whole: take all its lines.</translation>
        </message>
        <message>
            <source>{0} is rejected. The customer is told and gets all back.</source>
            <translation>{0} is rejected. The customer is told and gets all back.</translation>
        </message>
        <message>
            <source>{0} is rejected. The customer is told.</source>
            <translation>{0} is rejected. The customer is told.</translation>
        </message>
        <message>
            <source>{0} is accepted.</source>
            <translation>{0} is accepted.</translation>
        </message>
        <message>
            <source>The goods of {0} are back, and refunded.</source>
            <translation>The goods of {0} are back, and refunded.</translation>
        </message>
        <message>
            <source>This order is not packed yet: it has no bags.</source>
            <translation>This order is not packed yet: it has no bags.</translation>
        </message>
        <message>
            <source>No order waits to be picked.</source>
            <translation>No order waits to be picked.</translation>
        </message>
        <message>
            <source>The walk is over: everything is packed.</source>
            <translation>The walk is over: everything is packed.</translation>
        </message>
        <message>
            <source>Nobody ordered this, or it is laid aside already.</source>
            <translation>Nobody ordered this, or it is laid aside already.</translation>
        </message>
        <message>
            <source>No bin is complete yet.</source>
            <translation>No bin is complete yet.</translation>
        </message>
        <message>
            <source>The card is being printed. Its scan begins the walk.</source>
            <translation>The card is being printed. Its scan begins the walk.</translation>
        </message>
        <message>
            <source>The labels are being printed.</source>
            <translation>The labels are being printed.</translation>
        </message>
        <message>
            <source>This bag belongs to {0}, not to this order.</source>
            <translation>This bag belongs to {0}, not to this order.</translation>
        </message>
        <message>
            <source>Ask the customer first, then say that they collect it there.</source>
            <translation>Ask the customer first, then say that they collect it there.</translation>
        </message>
        <message>
            <source>Only what is collected can go to another store.</source>
            <translation>Only what is collected can go to another store.</translation>
        </message>
        <message>
            <source>All of {0} goes to another store.</source>
            <translation>All of {0} goes to another store.</translation>
        </message>
        <message>
            <source>New orders are promised later now.</source>
            <translation>New orders are promised later now.</translation>
        </message>
        <message>
            <source>New orders are promised as always again.</source>
            <translation>New orders are promised as always again.</translation>
        </message>
        <message>
            <source>Nothing of {0} is left; it is refunded.</source>
            <translation>Nothing of {0} is left; it is refunded.</translation>
        </message>
        <message>
            <source>The goods of {0} are on sale again.</source>
            <translation>The goods of {0} are on sale again.</translation>
        </message>
        <message>
            <source>The goods of {0} are written off.</source>
            <translation>The goods of {0} are written off.</translation>
        </message>
        <message>
            <source>The customer wants no substitute.</source>
            <translation>The customer wants no substitute.</translation>
        </message>
        <message>
            <source>The customer takes a substitute for the same price or less.</source>
            <translation>The customer takes a substitute for the same price or less.</translation>
        </message>
        <message>
            <source>The customer takes a substitute that costs up to 30 % more, and pays no more.</source>
            <translation>The customer takes a substitute that costs up to 30 % more, and pays no more.</translation>
        </message>
        <message>
            <source>Ask the customer before you take a substitute.</source>
            <translation>Ask the customer before you take a substitute.</translation>
        </message>
        <message>
            <source>The goods are not there</source>
            <translation>The goods are not there</translation>
        </message>
        <message>
            <source>Too many orders</source>
            <translation>Too many orders</translation>
        </message>
        <message>
            <source>The store closes</source>
            <translation>The store closes</translation>
        </message>
        <message>
            <source>Another reason</source>
            <translation>Another reason</translation>
        </message>
        <message>
            <source>Not collected</source>
            <translation>Not collected</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>This hand-over is not known here.</source>
            <translation>This hand-over is not known here.</translation>
        </message>
        <message>
            <source>It is too late to undo. Ask a manager.</source>
            <translation>It is too late to undo. Ask a manager.</translation>
        </message>
        <message>
            <source>Only the person who handed it over can undo it.</source>
            <translation>Only the person who handed it over can undo it.</translation>
        </message>
        <message>
            <source>No receipt with this number is on this till.</source>
            <translation>No receipt with this number is on this till.</translation>
        </message>
        <message>
            <source>This till does not belong to a store yet. Enrol it first.</source>
            <translation>This till does not belong to a store yet. Enrol it first.</translation>
        </message>
        <message>
            <source>This till belongs to a store already.</source>
            <translation>This till belongs to a store already.</translation>
        </message>
        <message>
            <source>Connected to head office.</source>
            <translation>Connected to head office.</translation>
        </message>
        <message>
            <source>Head office cannot be reached. Selling goes on; it will be sent later.</source>
            <translation>Head office cannot be reached. Selling goes on; it will be sent later.</translation>
        </message>
        <message>
            <source>Head office no longer knows this till. Enrol it again.</source>
            <translation>Head office no longer knows this till. Enrol it again.</translation>
        </message>
        <message>
            <source>Head office refused an entry. A manager has to look at it.</source>
            <translation>Head office refused an entry. A manager has to look at it.</translation>
        </message>
        <message>
            <source>This till's journal differs from what head office has. No sales, so that no number comes twice: enrol this till again.</source>
            <translation>This till's journal differs from what head office has. No sales, so that no number comes twice: enrol this till again.</translation>
        </message>
        <message>
            <source>The address of head office is not safe (no https).</source>
            <translation>The address of head office is not safe (no https).</translation>
        </message>
        <message>
            <source>Head office answered something that cannot be read.</source>
            <translation>Head office answered something that cannot be read.</translation>
        </message>
        <message>
            <source>The new catalog arrived damaged. The old one stays in use.</source>
            <translation>The new catalog arrived damaged. The old one stays in use.</translation>
        </message>
        <message>
            <source>The new catalog is not signed by head office. The old one stays in use.</source>
            <translation>The new catalog is not signed by head office. The old one stays in use.</translation>
        </message>
        <message>
            <source>The catalog cannot be read. It is loaded again.</source>
            <translation>The catalog cannot be read. It is loaded again.</translation>
        </message>
        <message>
            <source>The till's files are in use by another program.</source>
            <translation>The till's files are in use by another program.</translation>
        </message>
        <message>
            <source>The disk is full. Free some room; nothing was lost.</source>
            <translation>The disk is full. Free some room; nothing was lost.</translation>
        </message>
        <message>
            <source>The till's file is damaged. Call support before going on.</source>
            <translation>The till's file is damaged. Call support before going on.</translation>
        </message>
        <message>
            <source>The till's file could not be written. Nothing of this was saved.</source>
            <translation>The till's file could not be written. Nothing of this was saved.</translation>
        </message>
        <message>
            <source>The key does not fit the till's file.</source>
            <translation>The key does not fit the till's file.</translation>
        </message>
        <message>
            <source>This disk does not keep what is written. Use another one.</source>
            <translation>This disk does not keep what is written. Use another one.</translation>
        </message>
        <message>
            <source>The till's key cannot be read.</source>
            <translation>The till's key cannot be read.</translation>
        </message>
        <message>
            <source>Other users of this computer can read the till's key.</source>
            <translation>Other users of this computer can read the till's key.</translation>
        </message>
        <message>
            <source>The printer does not answer. The sale is saved; print again later.</source>
            <translation>The printer does not answer. The sale is saved; print again later.</translation>
        </message>
        <message>
            <source>The printer is out of paper. The sale is saved; print again later.</source>
            <translation>The printer is out of paper. The sale is saved; print again later.</translation>
        </message>
        <message>
            <source>The printer is not there. Check the cable.</source>
            <translation>The printer is not there. Check the cable.</translation>
        </message>
        <message>
            <source>This text cannot be drawn as a code.</source>
            <translation>This text cannot be drawn as a code.</translation>
        </message>
        <message>
            <source>The address of the printer is not valid.</source>
            <translation>The address of the printer is not valid.</translation>
        </message>
        <message>
            <source>A Chinese font is missing on this computer.</source>
            <translation>A Chinese font is missing on this computer.</translation>
        </message>
        <message>
            <source>Selling</source>
            <translation>Selling</translation>
        </message>
        <message>
            <source>Offers</source>
            <translation>Offers</translation>
        </message>
        <message>
            <source>Member codes</source>
            <translation>Member codes</translation>
        </message>
        <message>
            <source>Members by phone</source>
            <translation>Members by phone</translation>
        </message>
        <message>
            <source>Coupons</source>
            <translation>Coupons</translation>
        </message>
        <message>
            <source>Handing over orders</source>
            <translation>Handing over orders</translation>
        </message>
        <message>
            <source>New orders</source>
            <translation>New orders</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>Printing</translation>
        </message>
        <message>
            <source>Cards and payment codes</source>
            <translation>Cards and payment codes</translation>
        </message>
        <message>
            <source>Closing shifts</source>
            <translation>Closing shifts</translation>
        </message>
        <message>
            <source>Sending to head office</source>
            <translation>Sending to head office</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>Works</translation>
        </message>
        <message>
            <source>Limited</source>
            <translation>Limited</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>Blocked</translation>
        </message>
        <message>
            <source>Products and prices</source>
            <translation>Products and prices</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>Stock</translation>
        </message>
        <message>
            <source>Keys for codes</source>
            <translation>Keys for codes</translation>
        </message>
        <message>
            <source>Journal on the second disk</source>
            <translation>Journal on the second disk</translation>
        </message>
        <message>
            <source>Backup on the second disk</source>
            <translation>Backup on the second disk</translation>
        </message>
        <message>
            <source>The till's file, checked</source>
            <translation>The till's file, checked</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>Orders</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Members</translation>
        </message>
        <message>
            <source>Staff list</source>
            <translation>Staff list</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>Cash</translation>
        </message>
        <message>
            <source>Payment confirmed by hand</source>
            <translation>Payment confirmed by hand</translation>
        </message>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>Picking</source>
            <translation>Picking</translation>
        </message>
        <message>
            <source>Something missing</source>
            <translation>Something missing</translation>
        </message>
        <message>
            <source>Picked</source>
            <translation>Picked</translation>
        </message>
        <message>
            <source>Packed</source>
            <translation>Packed</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Partly handed over</source>
            <translation>Partly handed over</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>Cashier</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Staff</translation>
        </message>
        <message>
            <source>Picker</source>
            <translation>Picker</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>Manager</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>{0} is not in the catalog.</source>
            <translation>{0} is not in the catalog.</translation>
        </message>
        <message>
            <source>Receipt {0}.</source>
            <translation>Receipt {0}.</translation>
        </message>
        <message>
            <source>A payment code. Scan the goods first.</source>
            <translation>A payment code. Scan the goods first.</translation>
        </message>
        <message>
            <source>This code has no use on this screen.</source>
            <translation>This code has no use on this screen.</translation>
        </message>
        <message>
            <source>Not added: finish this entry first, or close it with Esc. Then scan again.</source>
            <translation>Not added: finish this entry first, or close it with Esc. Then scan again.</translation>
        </message>
        <message>
            <source>The code came in only partly. Scan it again.</source>
            <translation>The code came in only partly. Scan it again.</translation>
        </message>
        <message>
            <source>It may not be sold after {0}. Not added: take it off the shelf.</source>
            <translation>It may not be sold after {0}. Not added: take it off the shelf.</translation>
        </message>
        <message>
            <source>A price has changed just now: the total was {0} and is {1}. Tell the customer.</source>
            <translation>A price has changed just now: the total was {0} and is {1}. Tell the customer.</translation>
        </message>
        <message>
            <source>The scan was empty. Scan again.</source>
            <translation>The scan was empty. Scan again.</translation>
        </message>
        <message>
            <source>This is too long for a code. Scan again.</source>
            <translation>This is too long for a code. Scan again.</translation>
        </message>
        <message>
            <source>The scan has characters that no code has. Scan again.</source>
            <translation>The scan has characters that no code has. Scan again.</translation>
        </message>
        <message>
            <source>The scan came through an input method. Switch it to English and scan again.</source>
            <translation>The scan came through an input method. Switch it to English and scan again.</translation>
        </message>
        <message>
            <source>The price label was misread: its check digit is wrong. Scan again.</source>
            <translation>The price label was misread: its check digit is wrong. Scan again.</translation>
        </message>
        <message>
            <source>This link is not a code of this shop.</source>
            <translation>This link is not a code of this shop.</translation>
        </message>
        <message>
            <source>The code was misread: its check digit is wrong. Scan again.</source>
            <translation>The code was misread: its check digit is wrong. Scan again.</translation>
        </message>
        <message>
            <source>This code is damaged. Type the number below the bars.</source>
            <translation>This code is damaged. Type the number below the bars.</translation>
        </message>
        <message>
            <source>This code names no product. Scan the barcode of the product.</source>
            <translation>This code names no product. Scan the barcode of the product.</translation>
        </message>
        <message>
            <source>The price on this label cannot be read. Type it as an open item.</source>
            <translation>The price on this label cannot be read. Type it as an open item.</translation>
        </message>
        <message>
            <source>The code was misread. Scan it again.</source>
            <translation>The code was misread. Scan it again.</translation>
        </message>
        <message>
            <source>This code belongs to another shop.</source>
            <translation>This code belongs to another shop.</translation>
        </message>
        <message>
            <source>The coupon code was mistyped. Compare it again.</source>
            <translation>The coupon code was mistyped. Compare it again.</translation>
        </message>
        <message>
            <source>This coupon was blocked by head office.</source>
            <translation>This coupon was blocked by head office.</translation>
        </message>
        <message>
            <source>This coupon belongs to another member.</source>
            <translation>This coupon belongs to another member.</translation>
        </message>
        <message>
            <source>This coupon is not valid.</source>
            <translation>This coupon is not valid.</translation>
        </message>
        <message>
            <source>No coupon has this code.</source>
            <translation>No coupon has this code.</translation>
        </message>
        <message>
            <source>This coupon is being used at another till.</source>
            <translation>This coupon is being used at another till.</translation>
        </message>
        <message>
            <source>This coupon needs its member. Scan the member code.</source>
            <translation>This coupon needs its member. Scan the member code.</translation>
        </message>
        <message>
            <source>A typed coupon code needs the network, which is away. Scan the coupon in the app.</source>
            <translation>A typed coupon code needs the network, which is away. Scan the coupon in the app.</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away: its campaign is not known here.</source>
            <translation>This coupon needs the network, which is away: its campaign is not known here.</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away. Try again later.</source>
            <translation>This coupon needs the network, which is away. Try again later.</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away: it belongs to no member.</source>
            <translation>This coupon needs the network, which is away: it belongs to no member.</translation>
        </message>
        <message>
            <source>Without the network this coupon needs its member. Scan the member code first.</source>
            <translation>Without the network this coupon needs its member. Scan the member code first.</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away: it is from another store.</source>
            <translation>This coupon needs the network, which is away: it is from another store.</translation>
        </message>
        <message>
            <source>This coupon needs the network: the lists here are too old.</source>
            <translation>This coupon needs the network: the lists here are too old.</translation>
        </message>
        <message>
            <source>This coupon needs the network: its value is above what counts without it.</source>
            <translation>This coupon needs the network: its value is above what counts without it.</translation>
        </message>
        <message>
            <source>This coupon needs the network: no more count without it for now.</source>
            <translation>This coupon needs the network: no more count without it for now.</translation>
        </message>
        <message>
            <source>{0} of {1} are kept for orders. This sale takes one that is promised.</source>
            <translation>{0} of {1} are kept for orders. This sale takes one that is promised.</translation>
        </message>
        <message>
            <source>Only {1} should be there. Selling goes on; check the shelf.</source>
            <translation>Only {1} should be there. Selling goes on; check the shelf.</translation>
        </message>
        <message>
            <source>A number cannot be looked up now. Scan the member code: that works without the network.</source>
            <translation>A number cannot be looked up now. Scan the member code: that works without the network.</translation>
        </message>
        <message>
            <source>Known by the code; points are added later</source>
            <translation>Known by the code; points are added later</translation>
        </message>
        <message>
            <source>Head office is asked about this coupon. Go on selling.</source>
            <translation>Head office is asked about this coupon. Go on selling.</translation>
        </message>
        <message>
            <source>Head office has not answered yet. Press Pay again to go on without it.</source>
            <translation>Head office has not answered yet. Press Pay again to go on without it.</translation>
        </message>
        <message>
            <source>The coupon counts. Head office is being asked.</source>
            <translation>The coupon counts. Head office is being asked.</translation>
        </message>
        <message>
            <source>The coupon counts.</source>
            <translation>The coupon counts.</translation>
        </message>
        <message>
            <source>The coupon counts. It is settled when the network is back.</source>
            <translation>The coupon counts. It is settled when the network is back.</translation>
        </message>
        <message>
            <source>A copy of receipt {0} is printing.</source>
            <translation>A copy of receipt {0} is printing.</translation>
        </message>
        <message>
            <source>There is no receipt on this till yet.</source>
            <translation>There is no receipt on this till yet.</translation>
        </message>
        <message>
            <source>The basket was given up. Ready for the next customer.</source>
            <translation>The basket was given up. Ready for the next customer.</translation>
        </message>
        <message>
            <source>Somebody else has to allow this.</source>
            <translation>Somebody else has to allow this.</translation>
        </message>
        <message>
            <source>{0} does not have the right for this either.</source>
            <translation>{0} does not have the right for this either.</translation>
        </message>
        <message>
            <source>The staff list is too old for this. A manager has to allow it.</source>
            <translation>The staff list is too old for this. A manager has to allow it.</translation>
        </message>
        <message>
            <source>This price is fixed by law or a deposit: nothing comes off.</source>
            <translation>This price is fixed by law or a deposit: nothing comes off.</translation>
        </message>
        <message>
            <source>This figure is not possible here.</source>
            <translation>This figure is not possible here.</translation>
        </message>
        <message>
            <source>This is above the list price. Nobody pays more than the label says.</source>
            <translation>This is above the list price. Nobody pays more than the label says.</translation>
        </message>
        <message>
            <source>This would take nothing off.</source>
            <translation>This would take nothing off.</translation>
        </message>
        <message>
            <source>Say why: choose a reason.</source>
            <translation>Say why: choose a reason.</translation>
        </message>
        <message>
            <source>More is given away than was allowed, or nobody allowed it yet.</source>
            <translation>More is given away than was allowed, or nobody allowed it yet.</translation>
        </message>
        <message>
            <source>{1}: {0} off ({2})</source>
            <translation>{1}: {0} off ({2})</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
        <message>
            <source>{1}: price {0} ({2})</source>
            <translation>{1}: price {0} ({2})</translation>
        </message>
        <message>
            <source>Drop small change: {0}</source>
            <translation>Drop small change: {0}</translation>
        </message>
        <message>
            <source>Whole sale</source>
            <translation>Whole sale</translation>
        </message>
        <message>
            <source>{0} was taken off. {1}</source>
            <translation>{0} was taken off. {1}</translation>
        </message>
        <message>
            <source>Head office cannot be reached, so it could not be reserved again. Scan it once more.</source>
            <translation>Head office cannot be reached, so it could not be reserved again. Scan it once more.</translation>
        </message>
        <message>
            <source>This sale is being parked. One moment.</source>
            <translation>This sale is being parked. One moment.</translation>
        </message>
        <message>
            <source>Parked sales that expired and were given up: {0}, {1} together. They stand in the journal.</source>
            <translation>Parked sales that expired and were given up: {0}, {1} together. They stand in the journal.</translation>
        </message>
        <message>
            <source>Parked: {0}. Ready for the next customer.</source>
            <translation>Parked: {0}. Ready for the next customer.</translation>
        </message>
        <message>
            <source>Second sale parked: {0}. Take payment for this one first.</source>
            <translation>Second sale parked: {0}. Take payment for this one first.</translation>
        </message>
        <message>
            <source>Recalled: {0}.</source>
            <translation>Recalled: {0}.</translation>
        </message>
        <message>
            <source>Somebody else parked it.</source>
            <translation>Somebody else parked it.</translation>
        </message>
        <message>
            <source>{0}, parked by {1}</source>
            <translation>{0}, parked by {1}</translation>
        </message>
        <message>
            <source>{0} sales are parked already. Recall or give up one first.</source>
            <translation>{0} sales are parked already. Recall or give up one first.</translation>
        </message>
        <message>
            <source>Goods that came back cannot wait. Settle them first, or take them out.</source>
            <translation>Goods that came back cannot wait. Settle them first, or take them out.</translation>
        </message>
        <message>
            <source>This sale is no longer parked here.</source>
            <translation>This sale is no longer parked here.</translation>
        </message>
        <message>
            <source>Choose what goes into the second sale.</source>
            <translation>Choose what goes into the second sale.</translation>
        </message>
        <message>
            <source>Leave something in the first sale.</source>
            <translation>Leave something in the first sale.</translation>
        </message>
        <message>
            <source>A gift receipt of {0} is printing, without prices.</source>
            <translation>A gift receipt of {0} is printing, without prices.</translation>
        </message>
        <message>
            <source>Nothing was sold on this receipt.</source>
            <translation>Nothing was sold on this receipt.</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>Damaged</translation>
        </message>
        <message>
            <source>Close to expiry</source>
            <translation>Close to expiry</translation>
        </message>
        <message>
            <source>Wrong label</source>
            <translation>Wrong label</translation>
        </message>
        <message>
            <source>Price match</source>
            <translation>Price match</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>Complaint</translation>
        </message>
        <message>
            <source>Regular customer</source>
            <translation>Regular customer</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>Colleague</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>Small change</source>
            <translation>Small change</translation>
        </message>
        <message>
            <source>paid by the store</source>
            <translation>paid by the store</translation>
        </message>
        <message>
            <source>paid by head office</source>
            <translation>paid by head office</translation>
        </message>
        <message>
            <source>paid by the brand</source>
            <translation>paid by the brand</translation>
        </message>
        <message>
            <source>paid by the platform</source>
            <translation>paid by the platform</translation>
        </message>
        <message>
            <source>Basic</source>
            <translation>Basic</translation>
        </message>
        <message>
            <source>Silver</source>
            <translation>Silver</translation>
        </message>
        <message>
            <source>Gold</source>
            <translation>Gold</translation>
        </message>
        <message>
            <source>Counts.</source>
            <translation>Counts.</translation>
        </message>
        <message>
            <source>not at this time</source>
            <translation>not at this time</translation>
        </message>
        <message>
            <source>not in this store</source>
            <translation>not in this store</translation>
        </message>
        <message>
            <source>not in this region</source>
            <translation>not in this region</translation>
        </message>
        <message>
            <source>not at the till</source>
            <translation>not at the till</translation>
        </message>
        <message>
            <source>not for this member level</source>
            <translation>not for this member level</translation>
        </message>
        <message>
            <source>for another currency</source>
            <translation>for another currency</translation>
        </message>
        <message>
            <source>members only</source>
            <translation>members only</translation>
        </message>
        <message>
            <source>the goods do not reach its minimum yet</source>
            <translation>the goods do not reach its minimum yet</translation>
        </message>
        <message>
            <source>too few pieces yet</source>
            <translation>too few pieces yet</translation>
        </message>
        <message>
            <source>for the first purchase only</source>
            <translation>for the first purchase only</translation>
        </message>
        <message>
            <source>used as often as it may be</source>
            <translation>used as often as it may be</translation>
        </message>
        <message>
            <source>its gift is not in the basket: scan it too</source>
            <translation>its gift is not in the basket: scan it too</translation>
        </message>
        <message>
            <source>another offer is better</source>
            <translation>another offer is better</translation>
        </message>
        <message>
            <source>another offer comes first</source>
            <translation>another offer comes first</translation>
        </message>
        <message>
            <source>another offer allows no second one</source>
            <translation>another offer allows no second one</translation>
        </message>
        <message>
            <source>the pieces count for another offer</source>
            <translation>the pieces count for another offer</translation>
        </message>
        <message>
            <source>nothing is left to take it off</source>
            <translation>nothing is left to take it off</translation>
        </message>
        <message>
            <source>presented already</source>
            <translation>presented already</translation>
        </message>
        <message>
            <source>its campaign is not known here</source>
            <translation>its campaign is not known here</translation>
        </message>
        <message>
            <source>not a coupon</source>
            <translation>not a coupon</translation>
        </message>
        <message>
            <source>no goods for it in the basket</source>
            <translation>no goods for it in the basket</translation>
        </message>
        <message>
            <source>has no value</source>
            <translation>has no value</translation>
        </message>
        <message>
            <source>not together with another coupon</source>
            <translation>not together with another coupon</translation>
        </message>
        <message>
            <source>no more of these in one basket</source>
            <translation>no more of these in one basket</translation>
        </message>
        <message>
            <source>another combination is better</source>
            <translation>another combination is better</translation>
        </message>
        <message>
            <source>The Z prints once more, marked as a copy.</source>
            <translation>The Z prints once more, marked as a copy.</translation>
        </message>
        <message>
            <source>The report is on its way to the printer.</source>
            <translation>The report is on its way to the printer.</translation>
        </message>
        <message>
            <source>The report is saved as {0}</source>
            <translation>The report is saved as {0}</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>Store</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>Head office</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>Brand</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>Platform</translation>
        </message>
        <message>
            <source>Head office cannot be reached.</source>
            <translation>Head office cannot be reached.</translation>
        </message>
        <message>
            <source>Online: everything works.</source>
            <translation>Online: everything works.</translation>
        </message>
        <message>
            <source>Online: some things do not work fully, or wait long.</source>
            <translation>Online: some things do not work fully, or wait long.</translation>
        </message>
        <message>
            <source>Offline: selling goes on, and everything is sent later.</source>
            <translation>Offline: selling goes on, and everything is sent later.</translation>
        </message>
        <message>
            <source>The keys for codes have not arrived yet.</source>
            <translation>The keys for codes have not arrived yet.</translation>
        </message>
        <message>
            <source>The keys are old; a new code may not be known here.</source>
            <translation>The keys are old; a new code may not be known here.</translation>
        </message>
        <message>
            <source>Only members known at this till are found.</source>
            <translation>Only members known at this till are found.</translation>
        </message>
        <message>
            <source>Only offline coupons of this store are taken.</source>
            <translation>Only offline coupons of this store are taken.</translation>
        </message>
        <message>
            <source>The lists are too old to take coupons offline.</source>
            <translation>The lists are too old to take coupons offline.</translation>
        </message>
        <message>
            <source>No products yet; open items can be sold.</source>
            <translation>No products yet; open items can be sold.</translation>
        </message>
        <message>
            <source>Not all products have arrived yet.</source>
            <translation>Not all products have arrived yet.</translation>
        </message>
        <message>
            <source>Kept safely here, and sent when head office answers.</source>
            <translation>Kept safely here, and sent when head office answers.</translation>
        </message>
        <message>
            <source>A print waits for the printer.</source>
            <translation>A print waits for the printer.</translation>
        </message>
        <message>
            <source>Wrong change given</source>
            <translation>Wrong change given</translation>
        </message>
        <message>
            <source>Booked under another tender</source>
            <translation>Booked under another tender</translation>
        </message>
        <message>
            <source>A slip is missing</source>
            <translation>A slip is missing</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>Not known</translation>
        </message>
        <message>
            <source>Close the shift with a difference of {0}</source>
            <translation>Close the shift with a difference of {0}</translation>
        </message>
        <message>
            <source>Pay {0} into the drawer</source>
            <translation>Pay {0} into the drawer</translation>
        </message>
        <message>
            <source>Pay {0} out of the drawer</source>
            <translation>Pay {0} out of the drawer</translation>
        </message>
        <message>
            <source>Take {0} to the safe</source>
            <translation>Take {0} to the safe</translation>
        </message>
        <message>
            <source>Add {0} to the float</source>
            <translation>Add {0} to the float</translation>
        </message>
        <message>
            <source>Open the drawer without a sale</source>
            <translation>Open the drawer without a sale</translation>
        </message>
        <message>
            <source>Somebody else takes over</source>
            <translation>Somebody else takes over</translation>
        </message>
        <message>
            <source>Work at another till</source>
            <translation>Work at another till</translation>
        </message>
        <message>
            <source>{0} paid in. The slip prints.</source>
            <translation>{0} paid in. The slip prints.</translation>
        </message>
        <message>
            <source>{0} paid out. The slip prints.</source>
            <translation>{0} paid out. The slip prints.</translation>
        </message>
        <message>
            <source>{0} went to the safe. The slip prints.</source>
            <translation>{0} went to the safe. The slip prints.</translation>
        </message>
        <message>
            <source>{0} added to the float. The slip prints.</source>
            <translation>{0} added to the float. The slip prints.</translation>
        </message>
        <message>
            <source>The drawer was opened. It is noted.</source>
            <translation>The drawer was opened. It is noted.</translation>
        </message>
        <message>
            <source>X {0} prints.</source>
            <translation>X {0} prints.</translation>
        </message>
        <message>
            <source>A debt is settled</source>
            <translation>A debt is settled</translation>
        </message>
        <message>
            <source>Money was found</source>
            <translation>Money was found</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>Correction</translation>
        </message>
        <message>
            <source>Something was bought</source>
            <translation>Something was bought</translation>
        </message>
        <message>
            <source>A service was paid</source>
            <translation>A service was paid</translation>
        </message>
        <message>
            <source>Postage or courier</source>
            <translation>Postage or courier</translation>
        </message>
        <message>
            <source>Wages</source>
            <translation>Wages</translation>
        </message>
        <message>
            <source>Too much cash in the drawer</source>
            <translation>Too much cash in the drawer</translation>
        </message>
        <message>
            <source>Change of shift</source>
            <translation>Change of shift</translation>
        </message>
        <message>
            <source>Change was needed</source>
            <translation>Change was needed</translation>
        </message>
        <message>
            <source>Change for a customer</source>
            <translation>Change for a customer</translation>
        </message>
        <message>
            <source>Look into the drawer</source>
            <translation>Look into the drawer</translation>
        </message>
        <message>
            <source>The key is lost</source>
            <translation>The key is lost</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Break</translation>
        </message>
        <message>
            <source>Head office has blocked this till. Call head office.</source>
            <translation>Head office has blocked this till. Call head office.</translation>
        </message>
        <message>
            <source>Head office does not accept this till's key. Enrol it again.</source>
            <translation>Head office does not accept this till's key. Enrol it again.</translation>
        </message>
        <message>
            <source>Head office does not know this till. Enrol it again.</source>
            <translation>Head office does not know this till. Enrol it again.</translation>
        </message>
        <message>
            <source>The clock of this computer is wrong. Set it right.</source>
            <translation>The clock of this computer is wrong. Set it right.</translation>
        </message>
        <message>
            <source>A request arrived twice and was refused. It is sent again.</source>
            <translation>A request arrived twice and was refused. It is sent again.</translation>
        </message>
        <message>
            <source>The clock of this computer is {0} s off. Set it right.</source>
            <translation>The clock of this computer is {0} s off. Set it right.</translation>
        </message>
        <message>
            <source>This one-time code is wrong, used or older than ten minutes. Ask for a new one.</source>
            <translation>This one-time code is wrong, used or older than ten minutes. Ask for a new one.</translation>
        </message>
        <message>
            <source>The till's new key was refused. Try again.</source>
            <translation>The till's new key was refused. Try again.</translation>
        </message>
        <message>
            <source>This store has no place for another till.</source>
            <translation>This store has no place for another till.</translation>
        </message>
        <message>
            <source>No font on this computer can be put into a PDF.</source>
            <translation>No font on this computer can be put into a PDF.</translation>
        </message>
        <message>
            <source>The till's key is not here. Name its file with --key-file, or call support.</source>
            <translation>The till's key is not here. Name its file with --key-file, or call support.</translation>
        </message>
        <message>
            <source>This till is open already. Look for its window.</source>
            <translation>This till is open already. Look for its window.</translation>
        </message>
        <message>
            <source>These files are of a newer release. Install it.</source>
            <translation>These files are of a newer release. Install it.</translation>
        </message>
        <message>
            <source>Head office has set this till's entries aside. Call support; selling goes on.</source>
            <translation>Head office has set this till's entries aside. Call support; selling goes on.</translation>
        </message>
        <message>
            <source>Two tills write under this name. No sales here, so that no number comes twice: enrol this till again.</source>
            <translation>Two tills write under this name. No sales here, so that no number comes twice: enrol this till again.</translation>
        </message>
        <message>
            <source>The printer stopped in the middle. Look at the paper; Ctrl+P prints a copy.</source>
            <translation>The printer stopped in the middle. Look at the paper; Ctrl+P prints a copy.</translation>
        </message>
        <message>
            <source>The printer's cover is open. Close it.</source>
            <translation>The printer's cover is open. Close it.</translation>
        </message>
        <message>
            <source>The printer does not say whether it printed. Look.</source>
            <translation>The printer does not say whether it printed. Look.</translation>
        </message>
        <message>
            <source>The till stopped while printing. Look at the paper; Ctrl+P prints a copy.</source>
            <translation>The till stopped while printing. Look at the paper; Ctrl+P prints a copy.</translation>
        </message>
        <message>
            <source>This paper cannot be printed. Ctrl+P makes a copy.</source>
            <translation>This paper cannot be printed. Ctrl+P makes a copy.</translation>
        </message>
        <message>
            <source>Head office is of another release. Update the till.</source>
            <translation>Head office is of another release. Update the till.</translation>
        </message>
        <message>
            <source>Too much was sent at once. Call support.</source>
            <translation>Too much was sent at once. Call support.</translation>
        </message>
        <message>
            <source>A price has changed. Look at the new total, then pay.</source>
            <translation>A price has changed. Look at the new total, then pay.</translation>
        </message>
        <message>
            <source>This count is not possible. Count again.</source>
            <translation>This count is not possible. Count again.</translation>
        </message>
        <message>
            <source>The answer is not signed by head office. Nothing is sent until it is.</source>
            <translation>The answer is not signed by head office. Nothing is sent until it is.</translation>
        </message>
        <message>
            <source>Head office is busy. It is tried again by itself.</source>
            <translation>Head office is busy. It is tried again by itself.</translation>
        </message>
        <message>
            <source>The till acts as if it were offline.</source>
            <translation>The till acts as if it were offline.</translation>
        </message>
        <message>
            <source>Everything is paid already.</source>
            <translation>Everything is paid already.</translation>
        </message>
        <message>
            <source>New pickup order {0}</source>
            <translation>New pickup order {0}</translation>
        </message>
        <message>
            <source>Not everything is picked yet: {0} to go.</source>
            <translation>Not everything is picked yet: {0} to go.</translation>
        </message>
        <message>
            <source>{0} is ready on shelf {1}.</source>
            <translation>{0} is ready on shelf {1}.</translation>
        </message>
        <message>
            <source>{0} is back. The customer's code is good again.</source>
            <translation>{0} is back. The customer's code is good again.</translation>
        </message>
        <message>
            <source>Head office refused this till's entries. They are kept here; selling goes on. Call support.</source>
            <translation>Head office refused this till's entries. They are kept here; selling goes on. Call support.</translation>
        </message>
        <message>
            <source>An entry is not as it was written. Everything is kept here; selling goes on. Call support.</source>
            <translation>An entry is not as it was written. Everything is kept here; selling goes on. Call support.</translation>
        </message>
        <message>
            <source>Head office is not set up yet. Selling goes on; it is tried again by itself.</source>
            <translation>Head office is not set up yet. Selling goes on; it is tried again by itself.</translation>
        </message>
        <message>
            <source>Head office did not understand this till. Nothing was lost. Update the till, or call support.</source>
            <translation>Head office did not understand this till. Nothing was lost. Update the till, or call support.</translation>
        </message>
        <message>
            <source>Head office did not see who was asking. It is tried again; if this stays, call support.</source>
            <translation>Head office did not see who was asking. It is tried again; if this stays, call support.</translation>
        </message>
        <message>
            <source>This catalog is no longer at head office. The newest one is fetched by itself.</source>
            <translation>This catalog is no longer at head office. The newest one is fetched by itself.</translation>
        </message>
        <message>
            <source>The new catalog has a wrong name. The old one stays in use; call support.</source>
            <translation>The new catalog has a wrong name. The old one stays in use; call support.</translation>
        </message>
        <message>
            <source>The new catalog is not complete. The old one stays in use; it is fetched again by itself.</source>
            <translation>The new catalog is not complete. The old one stays in use; it is fetched again by itself.</translation>
        </message>
        <message>
            <source>Head office starts its catalog anew. The old one stays in use until the new one is here.</source>
            <translation>Head office starts its catalog anew. The old one stays in use until the new one is here.</translation>
        </message>
        <message>
            <source>One message of head office cannot be read and was set aside. Update the till.</source>
            <translation>One message of head office cannot be read and was set aside. Update the till.</translation>
        </message>
        <message>
            <source>The connection broke off. Nothing was lost; it is tried again by itself.</source>
            <translation>The connection broke off. Nothing was lost; it is tried again by itself.</translation>
        </message>
        <message>
            <source>No report can be made of these days. Choose other ones, 800 days at most.</source>
            <translation>No report can be made of these days. Choose other ones, 800 days at most.</translation>
        </message>
        <message>
            <source>This list does not go on here. Open it again.</source>
            <translation>This list does not go on here. Open it again.</translation>
        </message>
        <message>
            <source>Head office does not have this entry. Open the list again.</source>
            <translation>Head office does not have this entry. Open the list again.</translation>
        </message>
        <message>
            <source>Head office cannot be reached, and it has told this till nothing of these stores and days in the last two weeks. Connect the till and ask again, or choose what was looked at before.</source>
            <translation>Head office cannot be reached, and it has told this till nothing of these stores and days in the last two weeks. Connect the till and ask again, or choose what was looked at before.</translation>
        </message>
        <message>
            <source>Head office says that you may not see this report.</source>
            <translation>Head office says that you may not see this report.</translation>
        </message>
        <message>
            <source>Head office still works on this. Wait a moment.</source>
            <translation>Head office still works on this. Wait a moment.</translation>
        </message>
        <message>
            <source>Something failed at head office. Selling goes on; it is tried again by itself.</source>
            <translation>Something failed at head office. Selling goes on; it is tried again by itself.</translation>
        </message>
        <message>
            <source>Head office does not know this store. Call head office.</source>
            <translation>Head office does not know this store. Call head office.</translation>
        </message>
        <message>
            <source>Head office does not know this till. Ask for a one-time code and enrol it again.</source>
            <translation>Head office does not know this till. Ask for a one-time code and enrol it again.</translation>
        </message>
        <message>
            <source>This paper is no longer kept on this till. Its figures are in the report.</source>
            <translation>This paper is no longer kept on this till. Its figures are in the report.</translation>
        </message>
        <message>
            <source>What is written in the journal stays as it is. Nothing was changed; call support.</source>
            <translation>What is written in the journal stays as it is. Nothing was changed; call support.</translation>
        </message>
        <message>
            <source>The deposit goes with its goods: change those.</source>
            <translation>The deposit goes with its goods: change those.</translation>
        </message>
        <message>
            <source>There is nothing to choose on this line.</source>
            <translation>There is nothing to choose on this line.</translation>
        </message>
        <message>
            <source>{0}: choose at least {1}.</source>
            <translation>{0}: choose at least {1}.</translation>
        </message>
        <message>
            <source>{0}: choose at most {1}.</source>
            <translation>{0}: choose at most {1}.</translation>
        </message>
        <message>
            <source>This coupon was not used by that receipt.</source>
            <translation>This coupon was not used by that receipt.</translation>
        </message>
        <message>
            <source>Choose what comes back first.</source>
            <translation>Choose what comes back first.</translation>
        </message>
        <message>
            <source>This line is not on the receipt.</source>
            <translation>This line is not on the receipt.</translation>
        </message>
        <message>
            <source>Pieces come back whole. Choose at least one.</source>
            <translation>Pieces come back whole. Choose at least one.</translation>
        </message>
        <message>
            <source>More than is left of this line. The rest came back before.</source>
            <translation>More than is left of this line. The rest came back before.</translation>
        </message>
        <message>
            <source>Type the number of the receipt, or its last digits, or scan it.</source>
            <translation>Type the number of the receipt, or its last digits, or scan it.</translation>
        </message>
        <message>
            <source>No receipt has the number {0}. Compare it with the paper.</source>
            <translation>No receipt has the number {0}. Compare it with the paper.</translation>
        </message>
        <message>
            <source>Receipt {0} is from another till and needs the network, which is away. Try again later, or take the goods back without a receipt.</source>
            <translation>Receipt {0} is from another till and needs the network, which is away. Try again later, or take the goods back without a receipt.</translation>
        </message>
        <message>
            <source>This receipt is in {0}. Take it to its own store.</source>
            <translation>This receipt is in {0}. Take it to its own store.</translation>
        </message>
        <message>
            <source>This receipt is {0} days old. A manager has to allow it.</source>
            <translation>This receipt is {0} days old. A manager has to allow it.</translation>
        </message>
        <message>
            <source>Goods of receipt {0} came back meanwhile. Take it out and look it up again.</source>
            <translation>Goods of receipt {0} came back meanwhile. Take it out and look it up again.</translation>
        </message>
        <message>
            <source>This price is not valid. Type it again.</source>
            <translation>This price is not valid. Type it again.</translation>
        </message>
        <message>
            <source>Without a receipt it gives at most what it costs today: {0}.</source>
            <translation>Without a receipt it gives at most what it costs today: {0}.</translation>
        </message>
        <message>
            <source>More than was paid in this way. Give the rest back otherwise.</source>
            <translation>More than was paid in this way. Give the rest back otherwise.</translation>
        </message>
        <message>
            <source>This is {0} more than there is to give back.</source>
            <translation>This is {0} more than there is to give back.</translation>
        </message>
        <message>
            <source>Touch the tender in which {0} goes back, or clear the amount.</source>
            <translation>Touch the tender in which {0} goes back, or clear the amount.</translation>
        </message>
        <message>
            <source>Everything of this receipt came back already.</source>
            <translation>Everything of this receipt came back already.</translation>
        </message>
        <message>
            <source>{0} does not come back after all. Undo brings it back.</source>
            <translation>{0} does not come back after all. Undo brings it back.</translation>
        </message>
        <message>
            <source>The offer ends with the goods that come back. Change those instead.</source>
            <translation>The offer ends with the goods that come back. Change those instead.</translation>
        </message>
        <message>
            <source>Take goods of receipt {0} back: {1}</source>
            <translation>Take goods of receipt {0} back: {1}</translation>
        </message>
        <message>
            <source>Take goods back without a receipt: {0}</source>
            <translation>Take goods back without a receipt: {0}</translation>
        </message>
        <message>
            <source>Give {0} back in cash instead of as it was paid</source>
            <translation>Give {0} back in cash instead of as it was paid</translation>
        </message>
        <message>
            <source>Defective</source>
            <translation>Defective</translation>
        </message>
        <message>
            <source>Wrong item</source>
            <translation>Wrong item</translation>
        </message>
        <message>
            <source>Changed mind</source>
            <translation>Changed mind</translation>
        </message>
        <message>
            <source>Some campaigns are wrong and set aside. Selling goes on without them.</source>
            <translation>Some campaigns are wrong and set aside. Selling goes on without them.</translation>
        </message>
        <message>
            <source>A word in it is not among the choices.</source>
            <translation>A word in it is not among the choices.</translation>
        </message>
        <message>
            <source>Something in it is no date.</source>
            <translation>Something in it is no date.</translation>
        </message>
        <message>
            <source>Its id is not possible.</source>
            <translation>Its id is not possible.</translation>
        </message>
        <message>
            <source>The till cannot work it out.</source>
            <translation>The till cannot work it out.</translation>
        </message>
        <message>
            <source>Two of its fields contradict each other.</source>
            <translation>Two of its fields contradict each other.</translation>
        </message>
        <message>
            <source>It takes off more than it asks to be spent.</source>
            <translation>It takes off more than it asks to be spent.</translation>
        </message>
        <message>
            <source>Another campaign has the same id.</source>
            <translation>Another campaign has the same id.</translation>
        </message>
        <message>
            <source>It ends before it begins.</source>
            <translation>It ends before it begins.</translation>
        </message>
        <message>
            <source>Its steps do not rise.</source>
            <translation>Its steps do not rise.</translation>
        </message>
        <message>
            <source>A field is missing.</source>
            <translation>A field is missing.</translation>
        </message>
        <message>
            <source>It is no record of fields.</source>
            <translation>It is no record of fields.</translation>
        </message>
        <message>
            <source>A number is out of its range.</source>
            <translation>A number is out of its range.</translation>
        </message>
        <message>
            <source>Its id belongs to the till itself.</source>
            <translation>Its id belongs to the till itself.</translation>
        </message>
        <message>
            <source>The shares of who pays do not make a whole.</source>
            <translation>The shares of who pays do not make a whole.</translation>
        </message>
        <message>
            <source>A list or text is too long.</source>
            <translation>A list or text is too long.</translation>
        </message>
        <message>
            <source>A field is not known.</source>
            <translation>A field is not known.</translation>
        </message>
        <message>
            <source>Its kind is not known.</source>
            <translation>Its kind is not known.</translation>
        </message>
        <message>
            <source>A field has the wrong type.</source>
            <translation>A field has the wrong type.</translation>
        </message>
        <message>
            <source>The disk is full: no new sales, so that none goes unrecorded. Delete files that are not the till's.</source>
            <translation>The disk is full: no new sales, so that none goes unrecorded. Delete files that are not the till's.</translation>
        </message>
        <message>
            <source>The customer's screen shows nothing any more. Selling goes on; restart the till for it.</source>
            <translation>The customer's screen shows nothing any more. Selling goes on; restart the till for it.</translation>
        </message>
        <message>
            <source>The disk is nearly full. Delete files that are not the till's.</source>
            <translation>The disk is nearly full. Delete files that are not the till's.</translation>
        </message>
        <message>
            <source>There is room on the disk again. Selling goes on.</source>
            <translation>There is room on the disk again. Selling goes on.</translation>
        </message>
        <message>
            <source>The till's file is damaged (places: {0}). Finish this customer, then call support: restore.</source>
            <translation>The till's file is damaged (places: {0}). Finish this customer, then call support: restore.</translation>
        </message>
        <message>
            <source>Entry {0} of the journal is not as it was written. Call support: enrol this till again.</source>
            <translation>Entry {0} of the journal is not as it was written. Call support: enrol this till again.</translation>
        </message>
        <message>
            <source>The second disk is not there ({0}). Plug it in; selling goes on.</source>
            <translation>The second disk is not there ({0}). Plug it in; selling goes on.</translation>
        </message>
        <message>
            <source>The second disk cannot be written ({0}). Selling goes on.</source>
            <translation>The second disk cannot be written ({0}). Selling goes on.</translation>
        </message>
        <message>
            <source>The journal on the second disk is damaged ({0}). Set up another second disk.</source>
            <translation>The journal on the second disk is damaged ({0}). Set up another second disk.</translation>
        </message>
        <message>
            <source>No second disk was set up. Use pos-app backup --to FOLDER.</source>
            <translation>No second disk was set up. Use pos-app backup --to FOLDER.</translation>
        </message>
        <message>
            <source>{0} holds the till itself. Name a folder on another disk.</source>
            <translation>{0} holds the till itself. Name a folder on another disk.</translation>
        </message>
        <message>
            <source>The backup could not be made. The earlier ones are still there; it is tried again.</source>
            <translation>The backup could not be made. The earlier ones are still there; it is tried again.</translation>
        </message>
        <message>
            <source>The backup did not verify and was thrown away. Check the second disk.</source>
            <translation>The backup did not verify and was thrown away. Check the second disk.</translation>
        </message>
        <message>
            <source>This is not the recovery code of this till. Look at what backup --to has shown.</source>
            <translation>This is not the recovery code of this till. Look at what backup --to has shown.</translation>
        </message>
        <message>
            <source>{0} holds a till already. Move it aside or name another folder.</source>
            <translation>{0} holds a till already. Move it aside or name another folder.</translation>
        </message>
        <message>
            <source>There is no sound backup in {0}. Enrol the till anew.</source>
            <translation>There is no sound backup in {0}. Enrol the till anew.</translation>
        </message>
        <message>
            <source>This computer keeps the key of another till for this folder. Name another folder.</source>
            <translation>This computer keeps the key of another till for this folder. Name another folder.</translation>
        </message>
        <message>
            <source>The backup could not be copied to this disk. Make room, try again.</source>
            <translation>The backup could not be copied to this disk. Make room, try again.</translation>
        </message>
        <message>
            <source>This till's files are an old copy: entry {0} exists elsewhere. No sales, so that no number comes twice. Enrol this till again.</source>
            <translation>This till's files are an old copy: entry {0} exists elsewhere. No sales, so that no number comes twice. Enrol this till again.</translation>
        </message>
        <message>
            <source>This code is for till {0}, but this folder holds till {1}. Ask for a code for {1}.</source>
            <translation>This code is for till {0}, but this folder holds till {1}. Ask for a code for {1}.</translation>
        </message>
        <message>
            <source>This till was put back from a backup. Enrol it again, so that no receipt number comes twice.</source>
            <translation>This till was put back from a backup. Enrol it again, so that no receipt number comes twice.</translation>
        </message>
        <message>
            <source>This is not the passphrase of this till. Try again.</source>
            <translation>This is not the passphrase of this till. Try again.</translation>
        </message>
        <message>
            <source>The passphrase is too short. Use at least {0} characters.</source>
            <translation>The passphrase is too short. Use at least {0} characters.</translation>
        </message>
        <message>
            <source>Without its passphrase this till stays closed. Try again.</source>
            <translation>Without its passphrase this till stays closed. Try again.</translation>
        </message>
        <message>
            <source>The disk reported an error. Nothing of this was saved: try again, then call support.</source>
            <translation>The disk reported an error. Nothing of this was saved: try again, then call support.</translation>
        </message>
        <message>
            <source>Settled. Head office has it.</source>
            <translation>Settled. Head office has it.</translation>
        </message>
        <message>
            <source>The note is too long: {0} characters at most.</source>
            <translation>The note is too long: {0} characters at most.</translation>
        </message>
        <message>
            <source>This does not settle it. Choose another answer.</source>
            <translation>This does not settle it. Choose another answer.</translation>
        </message>
        <message>
            <source>Head office says that you may not settle this.</source>
            <translation>Head office says that you may not settle this.</translation>
        </message>
        <message>
            <source>This is no longer on the list. Load the list again.</source>
            <translation>This is no longer on the list. Load the list again.</translation>
        </message>
        <message>
            <source>Somebody else has settled this already. Load the list again.</source>
            <translation>Somebody else has settled this already. Load the list again.</translation>
        </message>
        <message>
            <source>Goods that head office does not know</source>
            <translation>Goods that head office does not know</translation>
        </message>
        <message>
            <source>Sold for another price than head office has</source>
            <translation>Sold for another price than head office has</translation>
        </message>
        <message>
            <source>Lines and payments of a sale do not agree</source>
            <translation>Lines and payments of a sale do not agree</translation>
        </message>
        <message>
            <source>The same sale arrived twice; it counts once</source>
            <translation>The same sale arrived twice; it counts once</translation>
        </message>
        <message>
            <source>The payments of a sale are not possible</source>
            <translation>The payments of a sale are not possible</translation>
        </message>
        <message>
            <source>A discount by hand that nobody stated</source>
            <translation>A discount by hand that nobody stated</translation>
        </message>
        <message>
            <source>A card payment of which nobody knows the outcome</source>
            <translation>A card payment of which nobody knows the outcome</translation>
        </message>
        <message>
            <source>A person decided about a card payment: compare the provider's list</source>
            <translation>A person decided about a card payment: compare the provider's list</translation>
        </message>
        <message>
            <source>The provider says the opposite of what a person decided</source>
            <translation>The provider says the opposite of what a person decided</translation>
        </message>
        <message>
            <source>The provider's list of a shift is not what the till has</source>
            <translation>The provider's list of a shift is not what the till has</translation>
        </message>
        <message>
            <source>A voucher paid twice</source>
            <translation>A voucher paid twice</translation>
        </message>
        <message>
            <source>An offer was used more often than it may be</source>
            <translation>An offer was used more often than it may be</translation>
        </message>
        <message>
            <source>An offer for a first purchase that was none</source>
            <translation>An offer for a first purchase that was none</translation>
        </message>
        <message>
            <source>A coupon was used twice</source>
            <translation>A coupon was used twice</translation>
        </message>
        <message>
            <source>A coupon was used after it had expired</source>
            <translation>A coupon was used after it had expired</translation>
        </message>
        <message>
            <source>A coupon was used that head office had blocked</source>
            <translation>A coupon was used that head office had blocked</translation>
        </message>
        <message>
            <source>A coupon that head office does not know</source>
            <translation>A coupon that head office does not know</translation>
        </message>
        <message>
            <source>A coupon of returned goods that this sale had not used</source>
            <translation>A coupon of returned goods that this sale had not used</translation>
        </message>
        <message>
            <source>The same coupon was printed with two sales</source>
            <translation>The same coupon was printed with two sales</translation>
        </message>
        <message>
            <source>A coupon was printed that this till was not given</source>
            <translation>A coupon was printed that this till was not given</translation>
        </message>
        <message>
            <source>Goods came back of a receipt that nobody knows</source>
            <translation>Goods came back of a receipt that nobody knows</translation>
        </message>
        <message>
            <source>More came back than was sold</source>
            <translation>More came back than was sold</translation>
        </message>
        <message>
            <source>A refund that its lines do not make</source>
            <translation>A refund that its lines do not make</translation>
        </message>
        <message>
            <source>Done by somebody who is not on the staff list</source>
            <translation>Done by somebody who is not on the staff list</translation>
        </message>
        <message>
            <source>Done by somebody who has left</source>
            <translation>Done by somebody who has left</translation>
        </message>
        <message>
            <source>Done without the right to do it</source>
            <translation>Done without the right to do it</translation>
        </message>
        <message>
            <source>Somebody allowed an act of their own</source>
            <translation>Somebody allowed an act of their own</translation>
        </message>
        <message>
            <source>Points for somebody who is no member</source>
            <translation>Points for somebody who is no member</translation>
        </message>
        <message>
            <source>Somebody joined without a yes to the terms</source>
            <translation>Somebody joined without a yes to the terms</translation>
        </message>
        <message>
            <source>A shift was closed twice; the first Z stays</source>
            <translation>A shift was closed twice; the first Z stays</translation>
        </message>
        <message>
            <source>An order that head office does not know</source>
            <translation>An order that head office does not know</translation>
        </message>
        <message>
            <source>An order of another store was handed over</source>
            <translation>An order of another store was handed over</translation>
        </message>
        <message>
            <source>A step of an order that does not follow</source>
            <translation>A step of an order that does not follow</translation>
        </message>
        <message>
            <source>A late order got a second coupon; it is blocked</source>
            <translation>A late order got a second coupon; it is blocked</translation>
        </message>
        <message>
            <source>An order was handed over twice</source>
            <translation>An order was handed over twice</translation>
        </message>
        <message>
            <source>An order was handed over that was cancelled</source>
            <translation>An order was handed over that was cancelled</translation>
        </message>
        <message>
            <source>Goods could not go to the other store; they are refunded</source>
            <translation>Goods could not go to the other store; they are refunded</translation>
        </message>
        <message>
            <source>A customer was told another refund than is paid</source>
            <translation>A customer was told another refund than is paid</translation>
        </message>
        <message>
            <source>A substitute that the customer did not want</source>
            <translation>A substitute that the customer did not want</translation>
        </message>
        <message>
            <source>An order was paid twice</source>
            <translation>An order was paid twice</translation>
        </message>
        <message>
            <source>Money was taken for an order that was over already</source>
            <translation>Money was taken for an order that was over already</translation>
        </message>
        <message>
            <source>Another sum was taken for an order than was due</source>
            <translation>Another sum was taken for an order than was due</translation>
        </message>
        <message>
            <source>The goods of an order that was paid too late went to somebody else</source>
            <translation>The goods of an order that was paid too late went to somebody else</translation>
        </message>
        <message>
            <source>An order was handed over that was not paid</source>
            <translation>An order was handed over that was not paid</translation>
        </message>
        <message>
            <source>A hand-over was undone that nobody knows</source>
            <translation>A hand-over was undone that nobody knows</translation>
        </message>
        <message>
            <source>A hand-over was undone by somebody else, or too late</source>
            <translation>A hand-over was undone by somebody else, or too late</translation>
        </message>
        <message>
            <source>Goods were sold that orders wait for</source>
            <translation>Goods were sold that orders wait for</translation>
        </message>
        <message>
            <source>A delivery brought something else than its note says</source>
            <translation>A delivery brought something else than its note says</translation>
        </message>
        <message>
            <source>From another store arrived something else than was sent</source>
            <translation>From another store arrived something else than was sent</translation>
        </message>
        <message>
            <source>The same transfer was taken in twice; it counts once</source>
            <translation>The same transfer was taken in twice; it counts once</translation>
        </message>
        <message>
            <source>A transfer arrived in another store than it was sent to</source>
            <translation>A transfer arrived in another store than it was sent to</translation>
        </message>
        <message>
            <source>A piece with this serial number was sold twice</source>
            <translation>A piece with this serial number was sold twice</translation>
        </message>
        <message>
            <source>Leave it as it is</source>
            <translation>Leave it as it is</translation>
        </message>
        <message>
            <source>Looked into it</source>
            <translation>Looked into it</translation>
        </message>
        <message>
            <source>Loss claimed back</source>
            <translation>Loss claimed back</translation>
        </message>
        <message>
            <source>Talked it over</source>
            <translation>Talked it over</translation>
        </message>
        <message>
            <source>Product entered</source>
            <translation>Product entered</translation>
        </message>
        <message>
            <source>Price corrected</source>
            <translation>Price corrected</translation>
        </message>
        <message>
            <source>Member entered</source>
            <translation>Member entered</translation>
        </message>
        <message>
            <source>On the provider's list: paid</source>
            <translation>On the provider's list: paid</translation>
        </message>
        <message>
            <source>On the provider's list: not paid</source>
            <translation>On the provider's list: not paid</translation>
        </message>
        <message>
            <source>End the offer at all tills</source>
            <translation>End the offer at all tills</translation>
        </message>
        <message>
            <source>More is on its way</source>
            <translation>More is on its way</translation>
        </message>
        <message>
            <source>Customer told</source>
            <translation>Customer told</translation>
        </message>
        <message>
            <source>Always, offline too; stops only when a sale could go unrecorded.</source>
            <translation>Always, offline too; stops only when a sale could go unrecorded.</translation>
        </message>
        <message>
            <source>Offline with the campaigns that are here.</source>
            <translation>Offline with the campaigns that are here.</translation>
        </message>
        <message>
            <source>Offline with keys of the last 7 days.</source>
            <translation>Offline with keys of the last 7 days.</translation>
        </message>
        <message>
            <source>Offline for members that this till knows.</source>
            <translation>Offline for members that this till knows.</translation>
        </message>
        <message>
            <source>Offline for coupons of this store, with lists of the last 24 h.</source>
            <translation>Offline for coupons of this store, with lists of the last 24 h.</translation>
        </message>
        <message>
            <source>Offline too, against the orders that are here.</source>
            <translation>Offline too, against the orders that are here.</translation>
        </message>
        <message>
            <source>Online only; orders come when head office is back.</source>
            <translation>Online only; orders come when head office is back.</translation>
        </message>
        <message>
            <source>Papers wait until the printer is ready; selling goes on.</source>
            <translation>Papers wait until the printer is ready; selling goes on.</translation>
        </message>
        <message>
            <source>Always, offline too.</source>
            <translation>Always, offline too.</translation>
        </message>
        <message>
            <source>Kept here until head office has it, however long that takes.</source>
            <translation>Kept here until head office has it, however long that takes.</translation>
        </message>
        <message>
            <source>The budget of this campaign is used up.</source>
            <translation>The budget of this campaign is used up.</translation>
        </message>
        <message>
            <source>The budget of this campaign was used up before.</source>
            <translation>The budget of this campaign was used up before.</translation>
        </message>
        <message>
            <source>This coupon saves nothing on this order.</source>
            <translation>This coupon saves nothing on this order.</translation>
        </message>
        <message>
            <source>All coupons of this campaign have been given out.</source>
            <translation>All coupons of this campaign have been given out.</translation>
        </message>
        <message>
            <source>This member has had as many coupons of this campaign as one may get.</source>
            <translation>This member has had as many coupons of this campaign as one may get.</translation>
        </message>
        <message>
            <source>Scan the member first: coupons lie in the wallet.</source>
            <translation>Scan the member first: coupons lie in the wallet.</translation>
        </message>
        <message>
            <source>The best coupons are in the basket already.</source>
            <translation>The best coupons are in the basket already.</translation>
        </message>
        <message>
            <source>Coupons have counted for longer already. They need the network now.</source>
            <translation>Coupons have counted for longer already. They need the network now.</translation>
        </message>
        <message>
            <source>Take coupons for 48 h more without the network</source>
            <translation>Take coupons for 48 h more without the network</translation>
        </message>
        <message>
            <source>A coupon was used after its campaign's budget was used up</source>
            <translation>A coupon was used after its campaign's budget was used up</translation>
        </message>
        <message>
            <source>A campaign lost its offline right: too many of its coupons were used twice</source>
            <translation>A campaign lost its offline right: too many of its coupons were used twice</translation>
        </message>
        <message>
            <source>More points were spent than there were.</source>
            <translation>More points were spent than there were.</translation>
        </message>
        <message>
            <source>More points were spent than there were</source>
            <translation>More points were spent than there were</translation>
        </message>
        <message>
            <source>More of a balance was spent than there was</source>
            <translation>More of a balance was spent than there was</translation>
        </message>
        <message>
            <source>A balance paid, and nobody knows whose</source>
            <translation>A balance paid, and nobody knows whose</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Points</translation>
        </message>
        <message>
            <source>Member balance</source>
            <translation>Member balance</translation>
        </message>
        <message>
            <source>Topped up by {0}. Slip {1}</source>
            <translation>Topped up by {0}. Slip {1}</translation>
        </message>
        <message>
            <source>Topped up by {0}, and {1} from the store. Slip {2}</source>
            <translation>Topped up by {0}, and {1} from the store. Slip {2}</translation>
        </message>
        <message>
            <source>This reward is not offered any more. Choose another one.</source>
            <translation>This reward is not offered any more. Choose another one.</translation>
        </message>
        <message>
            <source>This amount is not offered any more. Choose another one.</source>
            <translation>This amount is not offered any more. Choose another one.</translation>
        </message>
        <message>
            <source>This top-up is written already. Look at its slip before you take money again.</source>
            <translation>This top-up is written already. Look at its slip before you take money again.</translation>
        </message>
        <message>
            <source>No reason yet. Say first why it is corrected.</source>
            <translation>No reason yet. Say first why it is corrected.</translation>
        </message>
        <message>
            <source>Nobody is attached. Scan the member's code first.</source>
            <translation>Nobody is attached. Scan the member's code first.</translation>
        </message>
        <message>
            <source>Spent by a number alone, without a proof</source>
            <translation>Spent by a number alone, without a proof</translation>
        </message>
        <message>
            <source>Somebody known by a number alone spent points or a balance. Talk it over with who took it.</source>
            <translation>Somebody known by a number alone spent points or a balance. Talk it over with who took it.</translation>
        </message>
        <message>
            <source>This is the code of another member. Scan that of this one.</source>
            <translation>This is the code of another member. Scan that of this one.</translation>
        </message>
        <message>
            <source>A code is on its way to the number that ends in {0}. It is good for 5 minutes.</source>
            <translation>A code is on its way to the number that ends in {0}. It is good for 5 minutes.</translation>
        </message>
        <message>
            <source>Points that pay when you open Pay: {0}.</source>
            <translation>Points that pay when you open Pay: {0}.</translation>
        </message>
        <message>
            <source>Nothing would change. Type how much.</source>
            <translation>Nothing would change. Type how much.</translation>
        </message>
        <message>
            <source>That is more than there is. Type less.</source>
            <translation>That is more than there is. Type less.</translation>
        </message>
        <message>
            <source>This correction was made already. Look at the figures.</source>
            <translation>This correction was made already. Look at the figures.</translation>
        </message>
        <message>
            <source>Head office does not answer. Corrections need it: try again later.</source>
            <translation>Head office does not answer. Corrections need it: try again later.</translation>
        </message>
        <message>
            <source>That is above this person's limit. Type less.</source>
            <translation>That is above this person's limit. Type less.</translation>
        </message>
        <message>
            <source>{0}: correct the points by {1}</source>
            <translation>{0}: correct the points by {1}</translation>
        </message>
        <message>
            <source>{0}: correct the principal by {1}</source>
            <translation>{0}: correct the principal by {1}</translation>
        </message>
        <message>
            <source>{0}: correct the bonus by {1}</source>
            <translation>{0}: correct the bonus by {1}</translation>
        </message>
        <message>
            <source>Your limit is {0} points for one correction.</source>
            <translation>Your limit is {0} points for one correction.</translation>
        </message>
        <message>
            <source>Goodwill</source>
            <translation>Goodwill</translation>
        </message>
        <message>
            <source>Mistake</source>
            <translation>Mistake</translation>
        </message>
        <message>
            <source>A number alone only collects. To spend, scan the code on the member's phone; PIN or message code work, too.</source>
            <translation>A number alone only collects. To spend, scan the code on the member's phone; PIN or message code work, too.</translation>
        </message>
        <message>
            <source>That is not right. Tries left: {0}.</source>
            <translation>That is not right. Tries left: {0}.</translation>
        </message>
        <message>
            <source>Too many wrong PINs. The next try in {0} min; a message code or the phone's code works.</source>
            <translation>Too many wrong PINs. The next try in {0} min; a message code or the phone's code works.</translation>
        </message>
        <message>
            <source>This member has chosen no PIN. Send a code, or scan the phone's code.</source>
            <translation>This member has chosen no PIN. Send a code, or scan the phone's code.</translation>
        </message>
        <message>
            <source>No code was sent yet. Send one first.</source>
            <translation>No code was sent yet. Send one first.</translation>
        </message>
        <message>
            <source>This code is over. Send a new one.</source>
            <translation>This code is over. Send a new one.</translation>
        </message>
        <message>
            <source>Head office does not answer. Scan the code on the member's phone: that works offline.</source>
            <translation>Head office does not answer. Scan the code on the member's phone: that works offline.</translation>
        </message>
        <message>
            <source>A code was sent already. Another one in {0} s.</source>
            <translation>A code was sent already. Another one in {0} s.</translation>
        </message>
        <message>
            <source>This member has told no phone number. Use the PIN.</source>
            <translation>This member has told no phone number. Use the PIN.</translation>
        </message>
        <message>
            <source>This shop sends no messages. Use the PIN, or scan the phone's code.</source>
            <translation>This shop sends no messages. Use the PIN, or scan the phone's code.</translation>
        </message>
        <message>
            <source>A printed card proves nothing here. Scan the code on the member's phone.</source>
            <translation>A printed card proves nothing here. Scan the code on the member's phone.</translation>
        </message>
        <message>
            <source>A printed card spends only with head office. Scan the code on the member's phone.</source>
            <translation>A printed card spends only with head office. Scan the code on the member's phone.</translation>
        </message>
        <message>
            <source>Nobody can say now what this member has. Pay otherwise.</source>
            <translation>Nobody can say now what this member has. Pay otherwise.</translation>
        </message>
        <message>
            <source>That is more than there is. At most {0} now.</source>
            <translation>That is more than there is. At most {0} now.</translation>
        </message>
        <message>
            <source>Head office does not answer. At most {0} can be spent at this till until it does.</source>
            <translation>Head office does not answer. At most {0} can be spent at this till until it does.</translation>
        </message>
        <message>
            <source>At most {0} of this sale can be paid with points.</source>
            <translation>At most {0} of this sale can be paid with points.</translation>
        </message>
        <message>
            <source>So few points are worth nothing. Type more.</source>
            <translation>So few points are worth nothing. Type more.</translation>
        </message>
        <message>
            <source>A birthday is month and day, 05-17 for instance.</source>
            <translation>A birthday is month and day, 05-17 for instance.</translation>
        </message>
        <message>
            <source>This is no card number: one of its 16 digits is wrong.</source>
            <translation>This is no card number: one of its 16 digits is wrong.</translation>
        </message>
        <message>
            <source>Say first why you look.</source>
            <translation>Say first why you look.</translation>
        </message>
        <message>
            <source>Type at least 3 last digits, 2 initials, or a character of the name.</source>
            <translation>Type at least 3 last digits, 2 initials, or a character of the name.</translation>
        </message>
        <message>
            <source>Without a yes to the terms of membership nobody becomes a member.</source>
            <translation>Without a yes to the terms of membership nobody becomes a member.</translation>
        </message>
        <message>
            <source>This text is too long: {0} characters at most.</source>
            <translation>This text is too long: {0} characters at most.</translation>
        </message>
        <message>
            <source>Head office does not allow this person to do that.</source>
            <translation>Head office does not allow this person to do that.</translation>
        </message>
        <message>
            <source>Only head office knows the number, and it cannot be asked now.</source>
            <translation>Only head office knows the number, and it cannot be asked now.</translation>
        </message>
        <message>
            <source>A member from now on: points count with this purchase.</source>
            <translation>A member from now on: points count with this purchase.</translation>
        </message>
        <message>
            <source>This number is a member's already.</source>
            <translation>This number is a member's already.</translation>
        </message>
        <message>
            <source>Call back</source>
            <translation>Call back</translation>
        </message>
        <message>
            <source>Check identity</source>
            <translation>Check identity</translation>
        </message>
        <message>
            <source>Correct it</source>
            <translation>Correct it</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>Without the network only members that this till knows are found.</source>
            <translation>Without the network only members that this till knows are found.</translation>
        </message>
        <message>
            <source>Nobody was found. The whole phone number finds every member.</source>
            <translation>Nobody was found. The whole phone number finds every member.</translation>
        </message>
        <message>
            <source>This document is finished or given up already. Begin anew.</source>
            <translation>This document is finished or given up already. Begin anew.</translation>
        </message>
        <message>
            <source>There is nothing in it yet. Scan the goods first.</source>
            <translation>There is nothing in it yet. Scan the goods first.</translation>
        </message>
        <message>
            <source>A deposit has no stock of its own.</source>
            <translation>A deposit has no stock of its own.</translation>
        </message>
        <message>
            <source>The code {0} is not known here.</source>
            <translation>The code {0} is not known here.</translation>
        </message>
        <message>
            <source>A document holds {0} products. Finish it, then begin another.</source>
            <translation>A document holds {0} products. Finish it, then begin another.</translation>
        </message>
        <message>
            <source>Choose why the goods are wasted.</source>
            <translation>Choose why the goods are wasted.</translation>
        </message>
        <message>
            <source>Choose the store that the goods go to.</source>
            <translation>Choose the store that the goods go to.</translation>
        </message>
        <message>
            <source>Products that differ too much: {0}. Choose a reason for each, or count again.</source>
            <translation>Products that differ too much: {0}. Choose a reason for each, or count again.</translation>
        </message>
        <message>
            <source>This transfer is no longer on its way. Somebody may have taken it in.</source>
            <translation>This transfer is no longer on its way. Somebody may have taken it in.</translation>
        </message>
        <message>
            <source>These goods go to {0}. They are taken in there.</source>
            <translation>These goods go to {0}. They are taken in there.</translation>
        </message>
        <message>
            <source>The goods of this delivery note were taken in already.</source>
            <translation>The goods of this delivery note were taken in already.</translation>
        </message>
        <message>
            <source>Head office has not told of this transfer yet. Leave the goods aside and scan again later.</source>
            <translation>Head office has not told of this transfer yet. Leave the goods aside and scan again later.</translation>
        </message>
        <message>
            <source>This transfer is open already. Scan its goods.</source>
            <translation>This transfer is open already. Scan its goods.</translation>
        </message>
        <message>
            <source>What arrived from {0} is not finished. Open it under On the way, then scan this one again.</source>
            <translation>What arrived from {0} is not finished. Open it under On the way, then scan this one again.</translation>
        </message>
        <message>
            <source>Finish this document first, or go back from it, then scan the delivery note again.</source>
            <translation>Finish this document first, or go back from it, then scan the delivery note again.</translation>
        </message>
        <message>
            <source>The delivery note of a transfer. Open Stock and scan it there.</source>
            <translation>The delivery note of a transfer. Open Stock and scan it there.</translation>
        </message>
        <message>
            <source>Set the quantity first, then scan on.</source>
            <translation>Set the quantity first, then scan on.</translation>
        </message>
        <message>
            <source>That is no date. Key in year, month and day: 261231.</source>
            <translation>That is no date. Key in year, month and day: 261231.</translation>
        </message>
        <message>
            <source>The piece with the serial number {0} is in the document already. Scan another one.</source>
            <translation>The piece with the serial number {0} is in the document already. Scan another one.</translation>
        </message>
        <message>
            <source>By the figures all that is left of it is past its date. Look at the date.</source>
            <translation>By the figures all that is left of it is past its date. Look at the date.</translation>
        </message>
        <message>
            <source>The piece with the serial number {0} is in the basket already. Scan another piece.</source>
            <translation>The piece with the serial number {0} is in the basket already. Scan another piece.</translation>
        </message>
        <message>
            <source>Each piece has its own serial number. Scan the next piece instead.</source>
            <translation>Each piece has its own serial number. Scan the next piece instead.</translation>
        </message>
        <message>
            <source>That is the product's code. Scan the serial number of this piece.</source>
            <translation>That is the product's code. Scan the serial number of this piece.</translation>
        </message>
        <message>
            <source>That is the number of another product.</source>
            <translation>That is the number of another product.</translation>
        </message>
        <message>
            <source>That is no serial number.</source>
            <translation>That is no serial number.</translation>
        </message>
        <message>
            <source>Best before {0}: it is past its date and is not sold.</source>
            <translation>Best before {0}: it is past its date and is not sold.</translation>
        </message>
        <message>
            <source>The date {0} is near: {1} off is offered.</source>
            <translation>The date {0} is near: {1} off is offered.</translation>
        </message>
        <message>
            <source>Sell {0} past its date {1}</source>
            <translation>Sell {0} past its date {1}</translation>
        </message>
        <message>
            <source>Received. Products: {0}</source>
            <translation>Received. Products: {0}</translation>
        </message>
        <message>
            <source>Written off. Products: {0}</source>
            <translation>Written off. Products: {0}</translation>
        </message>
        <message>
            <source>Counted. Products: {0}</source>
            <translation>Counted. Products: {0}</translation>
        </message>
        <message>
            <source>Sent; it stands under On the way. Products: {0}</source>
            <translation>Sent; it stands under On the way. Products: {0}</translation>
        </message>
        <message>
            <source>Taken in. Products: {0}</source>
            <translation>Taken in. Products: {0}</translation>
        </message>
        <message>
            <source>The delivery note is printed once more.</source>
            <translation>The delivery note is printed once more.</translation>
        </message>
        <message>
            <source>Given up. Nothing has moved.</source>
            <translation>Given up. Nothing has moved.</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Expired</translation>
        </message>
        <message>
            <source>Theft</source>
            <translation>Theft</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>Sample</translation>
        </message>
        <message>
            <source>Own use</source>
            <translation>Own use</translation>
        </message>
        <message>
            <source>Miscounted before</source>
            <translation>Miscounted before</translation>
        </message>
        <message>
            <source>Nobody knows</source>
            <translation>Nobody knows</translation>
        </message>
        <message>
            <source>The half hour for order {0} is over. Take it out of the basket and order it again.</source>
            <translation>The half hour for order {0} is over. Take it out of the basket and order it again.</translation>
        </message>
        <message>
            <source>Say for whom it is: scan the member, or type name and phone number.</source>
            <translation>Say for whom it is: scan the member, or type name and phone number.</translation>
        </message>
        <message>
            <source>A courier needs a phone number and the address.</source>
            <translation>A courier needs a phone number and the address.</translation>
        </message>
        <message>
            <source>Choose where the customer gets it.</source>
            <translation>Choose where the customer gets it.</translation>
        </message>
        <message>
            <source>This cannot be ordered: only plain goods that are sold by the piece.</source>
            <translation>This cannot be ordered: only plain goods that are sold by the piece.</translation>
        </message>
        <message>
            <source>Head office cannot be reached, and only it knows what other stores have. Nothing is ordered.</source>
            <translation>Head office cannot be reached, and only it knows what other stores have. Nothing is ordered.</translation>
        </message>
        <message>
            <source>This time is full by now. Choose another one.</source>
            <translation>This time is full by now. Choose another one.</translation>
        </message>
        <message>
            <source>This store has no time free. Choose another one.</source>
            <translation>This store has no time free. Choose another one.</translation>
        </message>
        <message>
            <source>An offer of this order was used up by somebody else. Order it again for the price without it.</source>
            <translation>An offer of this order was used up by somebody else. Order it again for the price without it.</translation>
        </message>
        <message>
            <source>Weighed goods cannot be ordered.</source>
            <translation>Weighed goods cannot be ordered.</translation>
        </message>
        <message>
            <source>This product needs options that it cannot be ordered with.</source>
            <translation>This product needs options that it cannot be ordered with.</translation>
        </message>
        <message>
            <source>There is not enough of it there any more. Choose another store, or fewer.</source>
            <translation>There is not enough of it there any more. Choose another store, or fewer.</translation>
        </message>
        <message>
            <source>The folder {0} is not there. Plug it in or name another.</source>
            <translation>The folder {0} is not there. Plug it in or name another.</translation>
        </message>
        <message>
            <source>The report could not be written to {0}. Make room or name another folder.</source>
            <translation>The report could not be written to {0}. Make room or name another folder.</translation>
        </message>
        <message>
            <source>No kind of file was chosen. Choose at least one.</source>
            <translation>No kind of file was chosen. Choose at least one.</translation>
        </message>
        <message>
            <source>This computer has no printer for A4. Save the report as PDF, or set up a printer.</source>
            <translation>This computer has no printer for A4. Save the report as PDF, or set up a printer.</translation>
        </message>
        <message>
            <source>The printer for A4 did not take the report. Check it, then print again.</source>
            <translation>The printer for A4 did not take the report. Check it, then print again.</translation>
        </message>
        <message>
            <source>Closes whose files wait: {0}. The folder {1} is not there; they are written when it is back.</source>
            <translation>Closes whose files wait: {0}. The folder {1} is not there; they are written when it is back.</translation>
        </message>
        <message>
            <source>This is no whole path. Type all of it, or choose the folder.</source>
            <translation>This is no whole path. Type all of it, or choose the folder.</translation>
        </message>
        <message>
            <source>Files are written at the next close.</source>
            <translation>Files are written at the next close.</translation>
        </message>
        <message>
            <source>No files are written by themselves any more.</source>
            <translation>No files are written by themselves any more.</translation>
        </message>
        <message>
            <source>Closes whose files wait: {0}. They cannot be written to {1}; it is tried again.</source>
            <translation>Closes whose files wait: {0}. They cannot be written to {1}; it is tried again.</translation>
        </message>
        <message>
            <source>This is the drawer of {0}. Suspend the shift first.</source>
            <translation>This is the drawer of {0}. Suspend the shift first.</translation>
        </message>
        <message>
            <source>This is the drawer of {0}. Money needs a drawer of your own, and you may not open one.</source>
            <translation>This is the drawer of {0}. Money needs a drawer of your own, and you may not open one.</translation>
        </message>
        <message>
            <source>Choose why the shift is suspended.</source>
            <translation>Choose why the shift is suspended.</translation>
        </message>
        <message>
            <source>It was counted as often as the store lets you. Somebody has to allow the difference.</source>
            <translation>It was counted as often as the store lets you. Somebody has to allow the difference.</translation>
        </message>
        <message>
            <source>Nobody allows a difference of their own. Ask another person.</source>
            <translation>Nobody allows a difference of their own. Ask another person.</translation>
        </message>
        <message>
            <source>{0} counted, or it is their drawer. Ask somebody who had no part in it.</source>
            <translation>{0} counted, or it is their drawer. Ask somebody who had no part in it.</translation>
        </message>
        <message>
            <source>Training did not end as it should ({0}). The till is as it was.</source>
            <translation>Training did not end as it should ({0}). The till is as it was.</translation>
        </message>
        <message>
            <source>Receipts made in training: {0}. Their number stands in the Z.</source>
            <translation>Receipts made in training: {0}. Their number stands in the Z.</translation>
        </message>
        <message>
            <source>Show what the shift came to so far (X)</source>
            <translation>Show what the shift came to so far (X)</translation>
        </message>
        <message>
            <source>Something happened to the drawer since the last count. Count again.</source>
            <translation>Something happened to the drawer since the last count. Count again.</translation>
        </message>
        <message>
            <source>Say why there is a difference.</source>
            <translation>Say why there is a difference.</translation>
        </message>
        <message>
            <source>No more can stay in the drawer than was counted.</source>
            <translation>No more can stay in the drawer than was counted.</translation>
        </message>
        <message>
            <source>The amount must be above 0, as the counted pieces are.</source>
            <translation>The amount must be above 0, as the counted pieces are.</translation>
        </message>
        <message>
            <source>Choose a reason.</source>
            <translation>Choose a reason.</translation>
        </message>
        <message>
            <source>This reason needs a note.</source>
            <translation>This reason needs a note.</translation>
        </message>
        <message>
            <source>This movement is written already.</source>
            <translation>This movement is written already.</translation>
        </message>
        <message>
            <source>The cash drawer has stood open for {0}. Shut it.</source>
            <translation>The cash drawer has stood open for {0}. Shut it.</translation>
        </message>
        <message>
            <source>The day {0} is closed.</source>
            <translation>The day {0} is closed.</translation>
        </message>
        <message>
            <source>This day has not begun.</source>
            <translation>This day has not begun.</translation>
        </message>
        <message>
            <source>No shift of this day is closed, so there is nothing to state.</source>
            <translation>No shift of this day is closed, so there is nothing to state.</translation>
        </message>
    </context>
</TS>
