<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hant">
    <context>
        <name>Approval</name>
        <message>
            <source>Who allows this?</source>
            <translation>誰來授權？</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>換一個人</translation>
        </message>
        <message>
            <source>The staff list is older than three days: only managers can allow this.</source>
            <translation>員工名單已超過三天未更新：只有店長可以授權。</translation>
        </message>
        <message>
            <source>Nobody here can allow this</source>
            <translation>這裡沒有人可以授權</translation>
        </message>
        <message>
            <source>It needs another person with the right for it.</source>
            <translation>需要另一位有此權限的人。</translation>
        </message>
    </context>
    <context>
        <name>Campaigns</name>
        <message>
            <source>Coupon campaigns</source>
            <translation>優惠券活動</translation>
        </message>
        <message>
            <source>From issued to redeemed</source>
            <translation>從發放到核銷</translation>
        </message>
        <message>
            <source>What sales did to its coupons</source>
            <translation>此活動優惠券的使用記錄</translation>
        </message>
        <message>
            <source>Looking for receipt {number}</source>
            <translation>正在查找收據 {number}</translation>
        </message>
        <message>
            <source>Asking head office</source>
            <translation>正在詢問總部</translation>
        </message>
        <message>
            <source>The campaigns are not here</source>
            <translation>無法讀取活動</translation>
        </message>
        <message>
            <source>Their accounts live at head office. Selling goes on; try again later.</source>
            <translation>活動帳目在總部。銷售照常，請稍後再試。</translation>
        </message>
        <message>
            <source>No coupon campaigns</source>
            <translation>沒有優惠券活動</translation>
        </message>
        <message>
            <source>Head office has none for this store.</source>
            <translation>總部沒有為本店設定活動。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重試</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>顯示更多</translation>
        </message>
        <message>
            <source>Let it count offline again</source>
            <translation>恢復斷網可用</translation>
        </message>
        <message>
            <source>Why may it count offline again? Conflicts are counted anew from now on.</source>
            <translation>為什麼可以恢復斷網可用？衝突從現在起重新計數。</translation>
        </message>
        <message>
            <source>Leave it online only</source>
            <translation>維持僅限連線</translation>
        </message>
        <message>
            <source>redeemed {redeemed} of {issued}</source>
            <translation>已核銷 {redeemed}／已發 {issued}</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>已結束</translation>
        </message>
        <message>
            <source>conflicts: {count}</source>
            <translation>衝突 {count}</translation>
        </message>
        <message>
            <source>figures of all stores</source>
            <translation>全部門市的資料</translation>
        </message>
        <message>
            <source>this store</source>
            <translation>本店</translation>
        </message>
        <message>
            <source>running</source>
            <translation>進行中</translation>
        </message>
        <message>
            <source>offline right lost {when}: too many conflicts</source>
            <translation>{when} 取消離線核銷：衝突過多</translation>
        </message>
        <message>
            <source>counts without the network</source>
            <translation>離線可用</translation>
        </message>
        <message>
            <source>online only</source>
            <translation>僅限連線</translation>
        </message>
        <message>
            <source>The conflicts are cleared up</source>
            <translation>衝突已處理完</translation>
        </message>
        <message>
            <source>The network works again</source>
            <translation>網路已恢復</translation>
        </message>
        <message>
            <source>Agreed with head office</source>
            <translation>已與總部商定</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>已發</translation>
        </message>
        <message>
            <source>In a wallet</source>
            <translation>在票券匣</translation>
        </message>
        <message>
            <source>Redeemed</source>
            <translation>已核銷</translation>
        </message>
        <message>
            <source>Cost  {spent}</source>
            <translation>成本  {spent}</translation>
        </message>
        <message>
            <source>Cost  {spent} of {budget}, {reserved} reserved</source>
            <translation>成本  {spent}／預算 {budget}，已保留 {reserved}</translation>
        </message>
        <message>
            <source>Conflicts, on their own account: {count}, {amount}</source>
            <translation>衝突（單獨記帳）：{count} 筆，{amount}</translation>
        </message>
        <message>
            <source>before that {receipt}</source>
            <translation>先前 {receipt}</translation>
        </message>
        <message>
            <source>Total {total}</source>
            <translation>合計 {total}</translation>
        </message>
        <message>
            <source>Came back with its goods</source>
            <translation>隨退貨退回</translation>
        </message>
        <message>
            <source>Conflict: was not there to be used</source>
            <translation>衝突：此券已不可用</translation>
        </message>
        <message>
            <source>Above the budget: on the account of conflicts</source>
            <translation>超出預算：記入衝突帳</translation>
        </message>
    </context>
    <context>
        <name>CashGrid</name>
        <message>
            <source>Pieces of {face}: {count}</source>
            <translation>{face} 張數：{count}</translation>
        </message>
        <message>
            <source>One {face} less</source>
            <translation>少一張 {face}</translation>
        </message>
        <message>
            <source>One {face} more</source>
            <translation>多一張 {face}</translation>
        </message>
    </context>
    <context>
        <name>CloseShift</name>
        <message>
            <source>Shift {number} is closed</source>
            <translation>第 {number} 班已交班</translation>
        </message>
        <message>
            <source>Z {number} · {when}</source>
            <translation>Z 報表 {number} · {when}</translation>
        </message>
        <message>
            <source>Net sales {total} · receipts {count}</source>
            <translation>淨銷售額 {total} · 交易 {count} 筆</translation>
        </message>
        <message>
            <source>Card payments not settled: {count}. They pay for nothing yet, or are in doubt.</source>
            <translation>{count} 筆卡片或掃碼收款未了結：尚未用於任何銷售，或狀態不明。</translation>
        </message>
        <message>
            <source>Parked sales that stay: {count}. Recall or give them up, or leave them to the next shift.</source>
            <translation>還有 {count} 筆暫存交易：可先取回或作廢，也可留給下一班。</translation>
        </message>
        <message>
            <source>Parked sales that have expired and will be given up: {count}.</source>
            <translation>{count} 筆暫存交易已過期，將作廢。</translation>
        </message>
        <message>
            <source>Suspended shifts that stay open at this till: {count}. Each is counted on its own.</source>
            <translation>本機還有 {count} 個暫停的班別，各自清點。</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>溢收</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>短收</translation>
        </message>
        <message>
            <source>Count {number}: {amount} cash. It is kept.</source>
            <translation>第 {number} 次清點：現金 {amount}，已留存。</translation>
        </message>
        <message>
            <source>The provider's list was not heard. The shift closes all the same, and the Z says so.</source>
            <translation>未收到支付機構清單。仍可結班，Z 報表會註明。</translation>
        </message>
        <message>
            <source>Cards {amount}: the provider's list agrees.</source>
            <translation>刷卡與掃碼 {amount}：與支付機構清單一致。</translation>
        </message>
        <message>
            <source>Still in doubt: {count}.</source>
            <translation>仍存疑：{count} 筆。</translation>
        </message>
        <message>
            <source>Cards {own} here, {theirs} on the provider's list. Orders that differ: {count}.</source>
            <translation>刷卡與掃碼：本機 {own}，支付機構清單 {theirs}。不一致的訂單：{count} 筆。</translation>
        </message>
        <message>
            <source>Order {number}: {own} here, nothing at the provider.</source>
            <translation>訂單 {number}：本機 {own}，支付機構沒有。</translation>
        </message>
        <message>
            <source>Order {number}: {theirs} at the provider, nothing here.</source>
            <translation>訂單 {number}：支付機構 {theirs}，本機未收。</translation>
        </message>
        <message>
            <source>Order {number}: {own} here, {theirs} at the provider.</source>
            <translation>訂單 {number}：本機 {own}，支付機構 {theirs}。</translation>
        </message>
        <message>
            <source>Order {number}: {theirs} at the provider, unknown to this till.</source>
            <translation>訂單 {number}：支付機構 {theirs}，本機沒有紀錄。</translation>
        </message>
        <message>
            <source>Counted {counted}, expected {expected}</source>
            <translation>實點 {counted}，應有 {expected}</translation>
        </message>
        <message>
            <source>In the drawer {left} · to the safe {taken}</source>
            <translation>留在錢櫃 {left} · 投入保險箱 {taken}</translation>
        </message>
        <message>
            <source>The Z cannot be shown. It is saved and prints all the same.</source>
            <translation>無法顯示 Z 報表，但已儲存，照常列印。</translation>
        </message>
        <message>
            <source>Drawing the Z</source>
            <translation>正在產生 Z 報表</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>補印</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>日結</translation>
        </message>
        <message>
            <source>Shift report</source>
            <translation>班別報表</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>The Z as it prints</source>
            <translation>Z 報表列印預覽</translation>
        </message>
        <message>
            <source>The difference</source>
            <translation>差異</translation>
        </message>
        <message>
            <source>The count is right</source>
            <translation>清點無誤</translation>
        </message>
        <message>
            <source>Count once more ({count} left)</source>
            <translation>再點一次（還可 {count} 次）</translation>
        </message>
        <message>
            <source>Close with the difference</source>
            <translation>帶差異交班</translation>
        </message>
        <message>
            <source>Close shift</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>An earlier count differed by {amount}, and cash was moved after it or no count is left: say why, and have it approved.</source>
            <translation>先前的清點相差 {amount}，之後又動過現金或已無清點次數：請說明原因並請人授權。</translation>
        </message>
        <message>
            <source>Above the store's limit of {limit}: say why, and have it approved.</source>
            <translation>超過門市限額 {limit}：請說明原因，並由他人核准。</translation>
        </message>
        <message>
            <source>Within the store's limit of {limit}.</source>
            <translation>在門市限額 {limit} 以內。</translation>
        </message>
        <message>
            <source>Stays in the drawer</source>
            <translation>留在錢櫃</translation>
        </message>
        <message>
            <source>The float of the next shift</source>
            <translation>下一班的找零金</translation>
        </message>
        <message>
            <source>More than was counted.</source>
            <translation>多於清點的金額。</translation>
        </message>
        <message>
            <source>To the safe: {amount}</source>
            <translation>投入保險箱：{amount}</translation>
        </message>
        <message>
            <source>Why does it differ?</source>
            <translation>為什麼有差異？</translation>
        </message>
        <message>
            <source>In your own words</source>
            <translation>用自己的話說明</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再次查詢</translation>
        </message>
        <message>
            <source>Close shift {number}</source>
            <translation>交班 · 第 {number} 班</translation>
        </message>
        <message>
            <source>Opened {when} by {name}</source>
            <translation>{name} 於 {when} 開班</translation>
        </message>
        <message>
            <source>Nothing is unfinished</source>
            <translation>沒有未完事項</translation>
        </message>
        <message>
            <source>No parked sale, no doubt, no order that waits.</source>
            <translation>沒有暫存，沒有存疑收款，沒有待取訂單。</translation>
        </message>
        <message>
            <source>To send: {count}. It is sent later; nothing is lost.</source>
            <translation>待上傳 {count} 筆，連線後自動上傳，不影響交班。</translation>
        </message>
        <message>
            <source>Orders waiting to be picked up: {count}. They stay for the next shift.</source>
            <translation>待取訂單 {count} 筆，留給下一班。</translation>
        </message>
        <message>
            <source>Count the drawer</source>
            <translation>清點錢櫃</translation>
        </message>
        <message>
            <source>Count once more: count {number}</source>
            <translation>再點一次：第 {number} 次清點</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>清點完畢</translation>
        </message>
        <message>
            <source>The drawer, with the float</source>
            <translation>錢櫃全部現金，含找零金</translation>
        </message>
        <message>
            <source>The sum of the device</source>
            <translation>收款裝置上的合計</translation>
        </message>
        <message>
            <source>Count first, look later: the till shows what it expects afterwards.</source>
            <translation>先清點，後查看：應有金額在清點之後才顯示。</translation>
        </message>
        <message>
            <source>Next tender</source>
            <translation>下一種付款方式</translation>
        </message>
        <message>
            <source>The slips, by their value</source>
            <translation>券根，按面額</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>DayClose</name>
        <message>
            <source>The shifts of the day</source>
            <translation>當日班別</translation>
        </message>
        <message>
            <source>Close it all the same</source>
            <translation>仍要日結</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>日結</translation>
        </message>
        <message>
            <source>The store's day</source>
            <translation>門市日結</translation>
        </message>
        <message>
            <source>Asking the other tills</source>
            <translation>正在詢問其他收銀機</translation>
        </message>
        <message>
            <source>The day {day}</source>
            <translation>{day} 日結</translation>
        </message>
        <message>
            <source>✓  All tills of the store have closed.</source>
            <translation>✓  門市所有收銀機都已交班。</translation>
        </message>
        <message>
            <source>△  Not everything of the day is here.</source>
            <translation>△  當日資料不完整。</translation>
        </message>
        <message>
            <source>△  Offline: only the shifts of this till are known.</source>
            <translation>△  離線：只知道本機的班別。</translation>
        </message>
        <message>
            <source>Closed {when}.</source>
            <translation>已於 {when} 日結。</translation>
        </message>
        <message>
            <source>Net sales</source>
            <translation>銷售淨額</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差異</translation>
        </message>
        <message>
            <source>To the safe</source>
            <translation>投入保險箱</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>前一天</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>後一天</translation>
        </message>
        <message>
            <source>No shift of this day is closed</source>
            <translation>當日沒有已交班的班別</translation>
        </message>
        <message>
            <source>A shift stands here with its Z once it is closed.</source>
            <translation>班別交班後，連同 Z 報表列在這裡。</translation>
        </message>
        <message>
            <source>The day is not complete. What comes later stands apart; nothing closed changes.</source>
            <translation>當日資料不完整。之後到達的單獨列示，已結的不變。</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收銀機</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班別</translation>
        </message>
        <message>
            <source>Z no.</source>
            <translation>Z 報表</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>交班時間</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>{till}: a shift is still open. Close it there first.</source>
            <translation>{till}：還有班別未交班，請先在那裡交班。</translation>
        </message>
        <message>
            <source>{till}: not heard of. What it sold comes later and stands apart.</source>
            <translation>{till}：沒有回音。它的銷售之後到達，單獨列示。</translation>
        </message>
    </context>
    <context>
        <name>Drawer</name>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>A note in your own words</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>錢櫃</translation>
        </message>
        <message>
            <source>Drawer · shift {number}</source>
            <translation>錢櫃 · 班別 {number}</translation>
        </message>
        <message>
            <source>The drawer of {name}, open since {when}.</source>
            <translation>{name} 的個人錢櫃，{when} 開班。</translation>
        </message>
        <message>
            <source>A shared drawer, opened by {name}, {when}.</source>
            <translation>共用錢櫃，由 {name} 於 {when} 開班。</translation>
        </message>
        <message>
            <source>What happened at the drawer</source>
            <translation>錢櫃紀錄</translation>
        </message>
        <message>
            <source>Nothing happened at the drawer yet</source>
            <translation>錢櫃還沒有紀錄</translation>
        </message>
        <message>
            <source>Cash that moves without a sale stands here: who, why and how much.</source>
            <translation>銷售以外的現金進出都記在這裡：誰、為何、多少。</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>現金存入</translation>
        </message>
        <message>
            <source>Paid out</source>
            <translation>現金支出</translation>
        </message>
        <message>
            <source>To the safe</source>
            <translation>投入保險箱</translation>
        </message>
        <message>
            <source>More float</source>
            <translation>追加找零金</translation>
        </message>
        <message>
            <source>Open the drawer</source>
            <translation>開錢櫃</translation>
        </message>
        <message>
            <source>X report</source>
            <translation>X 報表</translation>
        </message>
        <message>
            <source>Suspend the shift</source>
            <translation>暫停班別</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>已暫停</translation>
        </message>
        <message>
            <source>Resumed</source>
            <translation>已恢復</translation>
        </message>
        <message>
            <source>Cash that comes into the drawer and is no sale.</source>
            <translation>放入錢櫃、但不是銷售的現金。</translation>
        </message>
        <message>
            <source>Cash that leaves the drawer for something the shop buys or owes.</source>
            <translation>為門市採購或應付而從錢櫃取出的現金。</translation>
        </message>
        <message>
            <source>Cash that goes from the drawer into the safe; it is not counted again.</source>
            <translation>從錢櫃放入保險箱的現金，之後不再清點。</translation>
        </message>
        <message>
            <source>Change that is brought to the drawer.</source>
            <translation>補充到錢櫃裡的零錢。</translation>
        </message>
        <message>
            <source>The drawer opens without a sale. It stands in the Z.</source>
            <translation>沒有銷售而開錢櫃，會記入 Z 報表。</translation>
        </message>
        <message>
            <source>The shift waits. Somebody goes on with it, or it is closed later.</source>
            <translation>班別暫停，之後繼續，或另行交班。</translation>
        </message>
        <message>
            <source>When</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事項</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>經手人</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>{name}, allowed by {other}</source>
            <translation>{name}，{other} 核准</translation>
        </message>
        <message>
            <source>X {number}</source>
            <translation>X 報表 {number}</translation>
        </message>
        <message>
            <source>The shift so far. Nothing is reset, and the shift goes on.</source>
            <translation>截至目前的班別。不歸零，班別繼續。</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>列印</translation>
        </message>
        <message>
            <source>The X as it prints</source>
            <translation>X 報表列印樣式</translation>
        </message>
    </context>
    <context>
        <name>Exceptions</name>
        <message>
            <source>What has to be looked at</source>
            <translation>待處理的異常</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重試</translation>
        </message>
        <message>
            <source>Asking head office</source>
            <translation>正在詢問總部</translation>
        </message>
        <message>
            <source>The list is not here</source>
            <translation>清單未能取得</translation>
        </message>
        <message>
            <source>It lives at head office. Selling goes on; try again later.</source>
            <translation>清單在總部。收銀照常進行，請稍後再試。</translation>
        </message>
        <message>
            <source>Nothing to look at</source>
            <translation>沒有異常</translation>
        </message>
        <message>
            <source>Head office has no doubts about this store.</source>
            <translation>總部對本店沒有疑問。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>待處理</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已處理</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>顯示更多</translation>
        </message>
        <message>
            <source>Note, if one is needed</source>
            <translation>備註（可選）</translation>
        </message>
        <message>
            <source>Looking for receipt {number}</source>
            <translation>正在查找收據 {number}</translation>
        </message>
        <message>
            <source>Receipt {number}</source>
            <translation>收據 {number}</translation>
        </message>
        <message>
            <source>Really, at all tills? Tap again</source>
            <translation>確定在所有收銀機結束？再點一次</translation>
        </message>
        <message>
            <source>{when} · till {till} · {who}</source>
            <translation>{when} · 收銀機 {till} · {who}</translation>
        </message>
        <message>
            <source>{when} · {who}: {action}</source>
            <translation>{when} · {who}：{action}</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>異常</translation>
        </message>
        <message>
            <source>Exceptions · {count} open</source>
            <translation>異常 · {count} 筆待處理</translation>
        </message>
        <message>
            <source>Total {total}</source>
            <translation>合計 {total}</translation>
        </message>
        <message>
            <source>Something of it came back since.</source>
            <translation>此後有商品退回。</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Offer</source>
            <translation>活動</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人員</translation>
        </message>
        <message>
            <source>Sold for</source>
            <translation>售價</translation>
        </message>
        <message>
            <source>Price at head office</source>
            <translation>總部價格</translation>
        </message>
        <message>
            <source>Sum of the lines</source>
            <translation>明細合計</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>應收</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>實收</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation>允許次數</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已用次數</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>衝突</translation>
        </message>
        <message>
            <source>Redeemed</source>
            <translation>已核銷</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>編號</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>支付機構</translation>
        </message>
        <message>
            <source>Sold</source>
            <translation>售出</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收據</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>門市</translation>
        </message>
        <message>
            <source>Points too many</source>
            <translation>多用的點數</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>短少</translation>
        </message>
        <message>
            <source>Left in the store</source>
            <translation>店內剩餘</translation>
        </message>
        <message>
            <source>Kept for orders</source>
            <translation>訂單保留</translation>
        </message>
        <message>
            <source>On the delivery note</source>
            <translation>送貨單數量</translation>
        </message>
        <message>
            <source>Came</source>
            <translation>實收</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>調出</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>調入</translation>
        </message>
        <message>
            <source>the till itself</source>
            <translation>收銀機</translation>
        </message>
        <message>
            <source>Head office has doubts about this store: {count}</source>
            <translation>總部對本店有疑問：{count} 筆</translation>
        </message>
        <message>
            <source>Show the list</source>
            <translation>查看清單</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>Buttons</source>
            <translation>按鈕</translation>
        </message>
        <message>
            <source>Pay</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>會員</translation>
        </message>
        <message>
            <source>Pickup</source>
            <translation>取貨單</translation>
        </message>
        <message>
            <source>Exact amount</source>
            <translation>剛好</translation>
        </message>
        <message>
            <source>Empty the basket</source>
            <translation>清空購物籃</translation>
        </message>
        <message>
            <source>Tenders and disabled</source>
            <translation>付款方式與停用</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>現金</translation>
        </message>
        <message>
            <source>Gift card</source>
            <translation>禮物卡</translation>
        </message>
        <message>
            <source>Needs the network</source>
            <translation>需連線</translation>
        </message>
        <message>
            <source>Words and figures</source>
            <translation>文字與數字</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>輸入欄</translation>
        </message>
        <message>
            <source>Name, code or phone</source>
            <translation>名稱、條碼或手機號碼</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手機號碼</translation>
        </message>
        <message>
            <source>A phone number has 11 digits.</source>
            <translation>手機號碼應為 11 位數字。</translation>
        </message>
        <message>
            <source>The basket is empty</source>
            <translation>購物籃是空的</translation>
        </message>
        <message>
            <source>Scan something, or tap a product.</source>
            <translation>掃描商品，或點選商品。</translation>
        </message>
        <message>
            <source>Pads</source>
            <translation>鍵盤</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Basket</source>
            <translation>購物籃</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>訊息</translation>
        </message>
        <message>
            <source>Paid. The receipt is printing.</source>
            <translation>已收款，收據列印中。</translation>
        </message>
        <message>
            <source>The basket was brought back as it was.</source>
            <translation>購物籃已還原。</translation>
        </message>
        <message>
            <source>Head office cannot be reached. Selling goes on.</source>
            <translation>無法連線總部，收款不受影響。</translation>
        </message>
        <message>
            <source>The printer does not answer. This sale is saved.</source>
            <translation>印表機沒有回應，本單已儲存。</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>補印</translation>
        </message>
        <message>
            <source>Nothing to do here</source>
            <translation>目前沒有待辦</translation>
        </message>
        <message>
            <source>Receipts an hour, takings by tender</source>
            <translation>分時交易筆數、付款方式</translation>
        </message>
        <message>
            <source>Receipts an hour</source>
            <translation>分時交易筆數</translation>
        </message>
        <message>
            <source>Over and short</source>
            <translation>溢短收</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>Takings by tender</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收據</translation>
        </message>
        <message>
            <source>Lists and tables</source>
            <translation>清單與表格</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>Gallery</source>
            <translation>元件一覽</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>淺色或深色</translation>
        </message>
        <message>
            <source>Open a panel</source>
            <translation>開啟面板</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Till 02</source>
            <translation>收銀機 02</translation>
        </message>
        <message>
            <source>Online · everything works</source>
            <translation>已連線 · 全部功能可用</translation>
        </message>
        <message>
            <source>To send: 0</source>
            <translation>待上傳 0</translation>
        </message>
        <message>
            <source>Favourites</source>
            <translation>熱銷</translation>
        </message>
        <message>
            <source>Coffee</source>
            <translation>咖啡</translation>
        </message>
        <message>
            <source>Tea</source>
            <translation>茶飲</translation>
        </message>
        <message>
            <source>Bakery</source>
            <translation>烘焙</translation>
        </message>
        <message>
            <source>Gifts</source>
            <translation>禮盒</translation>
        </message>
        <message>
            <source>App</source>
            <translation>App</translation>
        </message>
        <message>
            <source>18 min</source>
            <translation>18 分鐘</translation>
        </message>
        <message>
            <source>2 left</source>
            <translation>剩 2</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>已逾時</translation>
        </message>
        <message>
            <source>Gold</source>
            <translation>金卡</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>選規格</translation>
        </message>
        <message>
            <source>Member price</source>
            <translation>會員價</translation>
        </message>
        <message>
            <source>Second at half price</source>
            <translation>第二件半價</translation>
        </message>
        <message>
            <source>One more saves ¥6.00</source>
            <translation>再買 1 件省 ¥6.00</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已付</translation>
        </message>
        <message>
            <source>New orders</source>
            <translation>新訂單</translation>
        </message>
        <message>
            <source>Start picking</source>
            <translation>開始揀貨</translation>
        </message>
        <message>
            <source>Due in 6 min</source>
            <translation>6 分鐘後到時</translation>
        </message>
        <message>
            <source>Picking</source>
            <translation>揀貨中</translation>
        </message>
        <message>
            <source>Go on picking</source>
            <translation>繼續揀貨</translation>
        </message>
        <message>
            <source>4 min late</source>
            <translation>已逾時 4 分鐘</translation>
        </message>
        <message>
            <source>1 missing</source>
            <translation>缺 1</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>待取</translation>
        </message>
        <message>
            <source>Take payment and hand over</source>
            <translation>收款並確認取貨</translation>
        </message>
        <message>
            <source>41 min</source>
            <translation>41 分鐘</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>異常</translation>
        </message>
        <message>
            <source>Net sales</source>
            <translation>淨銷售額</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>交易筆數</translation>
        </message>
        <message>
            <source>Average receipt</source>
            <translation>客單價</translation>
        </message>
        <message>
            <source>Member share</source>
            <translation>會員占比</translation>
        </message>
        <message>
            <source>97% in time</source>
            <translation>準時率 97%</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>短收</translation>
        </message>
        <message>
            <source>Within the limit</source>
            <translation>在限額內</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>上週</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>去年</translation>
        </message>
        <message>
            <source>WeChat Pay</source>
            <translation>微信支付</translation>
        </message>
        <message>
            <source>Alipay</source>
            <translation>支付寶</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>刷卡</translation>
        </message>
        <message>
            <source>Not sold here</source>
            <translation>本店不販售</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>活動</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>次數</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
    </context>
    <context>
        <name>Health</name>
        <message>
            <source>Trying</source>
            <translation>正在嘗試</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>立即重試</translation>
        </message>
        <message>
            <source>End the drill</source>
            <translation>結束演練</translation>
        </message>
        <message>
            <source>Drill: head office is not asked and not heard. It ends after an hour.</source>
            <translation>演練中：不聯絡總部，也不接收總部的訊息。一小時後自動結束。</translation>
        </message>
        <message>
            <source>Act as if offline</source>
            <translation>模擬斷網</translation>
        </message>
        <message>
            <source>Practise a day without a network. Sales wait here and are sent after it.</source>
            <translation>演練沒有網路的一天。銷售先存在本機，結束後再傳送。</translation>
        </message>
        <message>
            <source>Last contact with head office: {age}</source>
            <translation>上次與總部聯繫：{age}</translation>
        </message>
        <message>
            <source>Everything is at head office</source>
            <translation>已全部上傳</translation>
        </message>
        <message>
            <source>The oldest: {age}. Nothing is lost.</source>
            <translation>最早一筆：{age}，資料不會遺失。</translation>
        </message>
        <message>
            <source>To send</source>
            <translation>待上傳</translation>
        </message>
        <message>
            <source>No error</source>
            <translation>沒有錯誤</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>What the counter can do</source>
            <translation>櫃檯現在能做什麼</translation>
        </message>
        <message>
            <source>How old the data is</source>
            <translation>資料更新</translation>
        </message>
        <message>
            <source>Last error</source>
            <translation>最近錯誤</translation>
        </message>
        <message>
            <source>Never came</source>
            <translation>尚未收到</translation>
        </message>
        <message>
            <source>Just now</source>
            <translation>剛剛</translation>
        </message>
        <message>
            <source>{count} s ago</source>
            <translation>{count} 秒前</translation>
        </message>
        <message>
            <source>{count} min ago</source>
            <translation>{count} 分鐘前</translation>
        </message>
        <message>
            <source>{count} h ago</source>
            <translation>{count} 小時前</translation>
        </message>
        <message>
            <source>Since {moment}</source>
            <translation>自 {moment} 起</translation>
        </message>
        <message>
            <source>{have} of {all}</source>
            <translation>{have} / {all}</translation>
        </message>
        <message>
            <source>{reason} {since}</source>
            <translation>{reason}（{since}）</translation>
        </message>
        <message>
            <source>{name}: {reason}</source>
            <translation>{name}：{reason}</translation>
        </message>
        <message>
            <source>Head office corrects them. {count} more are not shown.</source>
            <translation>請總部更正。另有 {count} 個未顯示。</translation>
        </message>
        <message>
            <source>Head office corrects them; selling goes on without them.</source>
            <translation>請總部更正；這些活動停用期間照常銷售。</translation>
        </message>
        <message>
            <source>{amount} at {time}</source>
            <translation>{amount}，{time}</translation>
        </message>
        <message>
            <source>The provider does not give this money back for a return.</source>
            <translation>支付機構未退還這筆退貨款。</translation>
        </message>
        <message>
            <source>The customer's money is here, and no sale uses it.</source>
            <translation>顧客的錢已收到，但沒有對應的銷售。</translation>
        </message>
        <message>
            <source>Nobody knows yet whether this money is back with the customer.</source>
            <translation>尚不知道這筆錢是否已退給顧客。</translation>
        </message>
        <message>
            <source>Nobody knows yet whether this money has moved.</source>
            <translation>尚不知道是否已扣款。</translation>
        </message>
        <message>
            <source>Campaigns set aside</source>
            <translation>已停用的活動</translation>
        </message>
        <message>
            <source>Selling is stopped</source>
            <translation>已停止銷售</translation>
        </message>
        <message>
            <source>Somebody should look at this</source>
            <translation>請相關人員查看</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再次查詢</translation>
        </message>
        <message>
            <source>Give it back</source>
            <translation>退還</translation>
        </message>
        <message>
            <source>It was given back</source>
            <translation>已退還</translation>
        </message>
        <message>
            <source>It is paid</source>
            <translation>已付款</translation>
        </message>
        <message>
            <source>It is not paid</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Payments that wait for somebody</source>
            <translation>等待處理的付款</translation>
        </message>
        <message>
            <source>And {count} more.</source>
            <translation>另有 {count} 筆。</translation>
        </message>
    </context>
    <context>
        <name>KeyPad</name>
        <message>
            <source>Number pad</source>
            <translation>數字鍵盤</translation>
        </message>
        <message>
            <source>Delete last digit</source>
            <translation>刪除末位</translation>
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
            <translation>關閉訊息</translation>
        </message>
    </context>
    <context>
        <name>OpenShift</name>
        <message>
            <source>Good day, {name}</source>
            <translation>{name}，您好</translation>
        </message>
        <message>
            <source>By denomination</source>
            <translation>按面額</translation>
        </message>
        <message>
            <source>Float</source>
            <translation>找零金</translation>
        </message>
        <message>
            <source>Your own drawer: nobody else sells from it.</source>
            <translation>個人錢櫃：只有本人使用。</translation>
        </message>
        <message>
            <source>A shared drawer: everybody at this till sells from it.</source>
            <translation>共用錢櫃：本機所有收銀員共用。</translation>
        </message>
        <message>
            <source>No earlier close is known for this drawer.</source>
            <translation>這個錢櫃沒有上一次交班的紀錄。</translation>
        </message>
        <message>
            <source>The last close left {amount}.</source>
            <translation>上一次交班留下 {amount}。</translation>
        </message>
        <message>
            <source>{amount} more than that.</source>
            <translation>多 {amount}。</translation>
        </message>
        <message>
            <source>{amount} less than that.</source>
            <translation>少 {amount}。</translation>
        </message>
        <message>
            <source>Go on with shift {number}</source>
            <translation>繼續班別 {number}</translation>
        </message>
        <message>
            <source>{name}, since {when}</source>
            <translation>{name}，{when} 起</translation>
        </message>
        <message>
            <source>Count the change in the drawer, by denomination or as one amount.</source>
            <translation>清點錢櫃裡的零錢，按面額或直接輸入總額。</translation>
        </message>
        <message>
            <source>Open shift</source>
            <translation>開班</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>換人</translation>
        </message>
    </context>
    <context>
        <name>Order</name>
        <message>
            <source>When</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>地點</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Where does the customer get it?</source>
            <translation>顧客在哪裡取貨？</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>重新查詢</translation>
        </message>
        <message>
            <source>How many?</source>
            <translation>數量</translation>
        </message>
        <message>
            <source>For whom?</source>
            <translation>為誰訂貨？</translation>
        </message>
        <message>
            <source>Put it into the basket</source>
            <translation>放入購物籃</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>手機號碼</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>{price} each, before offers</source>
            <translation>單價 {price}（未計優惠）</translation>
        </message>
        <message>
            <source>Deliver to an address</source>
            <translation>送貨到府</translation>
        </message>
        <message>
            <source>from the nearest store that has it</source>
            <translation>由最近的有貨門市出貨</translation>
        </message>
        <message>
            <source>Asking head office where it can be had…</source>
            <translation>正在向總部查詢哪裡有貨…</translation>
        </message>
        <message>
            <source>No store can promise as many, as of {when}.</source>
            <translation>截至 {when}，沒有門市能保證這個數量。</translation>
        </message>
        <message>
            <source>As of {when}</source>
            <translation>截至 {when}</translation>
        </message>
        <message>
            <source>The store that sends it says when; it stands on the receipt.</source>
            <translation>時間由出貨門市確定，會印在收據上。</translation>
        </message>
        <message>
            <source>Ready about {when} if it is paid now</source>
            <translation>現在付款，約 {when} 備妥</translation>
        </message>
        <message>
            <source>For member {name}</source>
            <translation>會員 {name}</translation>
        </message>
        <message>
            <source>Here, later</source>
            <translation>本店，稍後取</translation>
        </message>
        <message>
            <source>{count}, not enough</source>
            <translation>{count}，不夠</translation>
        </message>
    </context>
    <context>
        <name>Parked</name>
        <message>
            <source>Park this sale</source>
            <translation>暫存交易</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名稱</translation>
        </message>
        <message>
            <source>A name helps to find it again. Coupons are free for others meanwhile.</source>
            <translation>取個名稱方便尋找。暫存期間優惠券會釋出。</translation>
        </message>
        <message>
            <source>Only a part of it: split</source>
            <translation>只暫存一部分：拆單</translation>
        </message>
        <message>
            <source>Park</source>
            <translation>暫存</translation>
        </message>
        <message>
            <source>Split the sale</source>
            <translation>拆單</translation>
        </message>
        <message>
            <source>What goes into the second sale? It is parked, and paid after this one.</source>
            <translation>哪些商品放到第二筆？第二筆先暫存，本筆收款後再取回。</translation>
        </message>
        <message>
            <source>Name (may stay empty)</source>
            <translation>名稱（可不填）</translation>
        </message>
        <message>
            <source>Stays here</source>
            <translation>留在本筆</translation>
        </message>
        <message>
            <source>Second sale</source>
            <translation>第二筆</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>拆單</translation>
        </message>
        <message>
            <source>Parked sales</source>
            <translation>暫存交易</translation>
        </message>
        <message>
            <source>Nothing is parked</source>
            <translation>沒有暫存交易</translation>
        </message>
        <message>
            <source>F6 puts the basket aside until its customer is back.</source>
            <translation>按 F6 可先暫存，等顧客回來再取回。</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>作廢</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>取回</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Park this basket first</source>
            <translation>先暫存目前這筆</translation>
        </message>
        <message>
            <source>Put both together</source>
            <translation>合併到目前這筆</translation>
        </message>
        <message>
            <source>Goods of another customer are in the basket. What becomes of them?</source>
            <translation>購物籃裡已有商品，如何處理？</translation>
        </message>
        <message>
            <source>Give this sale up? It is noted in the journal.</source>
            <translation>作廢這一筆？會記入日誌。</translation>
        </message>
        <message>
            <source>Changed since it was parked</source>
            <translation>暫存後有變動</translation>
        </message>
        <message>
            <source>The discount on the whole sale was left out. Give it anew if it holds.</source>
            <translation>整單折扣已取消，如仍適用請重新設定。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>繼續</translation>
        </message>
        <message>
            <source>of {all}</source>
            <translation>共 {all}</translation>
        </message>
        <message>
            <source>{time} · {who} · {pieces} pcs · kept until {until}</source>
            <translation>{time} · {who} · {pieces} 件 · 保留至 {until}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Expired and given up: {sales}</source>
            <translation>已過期並作廢：{sales}</translation>
        </message>
        <message>
            <source>Parked at {before}, now {after}.</source>
            <translation>暫存時 {before}，現在 {after}。</translation>
        </message>
        <message>
            <source>The price has changed</source>
            <translation>價格已變</translation>
        </message>
        <message>
            <source>No longer in the catalog: the price stays</source>
            <translation>已下架：保留原價</translation>
        </message>
        <message>
            <source>The price by hand was left out</source>
            <translation>改價已取消</translation>
        </message>
    </context>
    <context>
        <name>Pay</name>
        <message>
            <source>Next customer</source>
            <translation>下一位顧客</translation>
        </message>
        <message>
            <source>Finish and print</source>
            <translation>完成並列印</translation>
        </message>
        <message>
            <source>Give {part} back</source>
            <translation>退還 {part}</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>已收</translation>
        </message>
        <message>
            <source>Goods ({pieces})</source>
            <translation>商品 {pieces} 件</translation>
        </message>
        <message>
            <source>Returned goods</source>
            <translation>退貨</translation>
        </message>
        <message>
            <source>Rounding to coins</source>
            <translation>尾數進位</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>找零</translation>
        </message>
        <message>
            <source>Paid. Receipt {number}</source>
            <translation>已收款 · 收據 {number}</translation>
        </message>
        <message>
            <source>To pay on the other device</source>
            <translation>請在其他設備上收款</translation>
        </message>
        <message>
            <source>Confirm only when it shows on your own device. Last 4 digits: {digits}</source>
            <translation>本店設備顯示入帳後再確認。末四碼：{digits}</translation>
        </message>
        <message>
            <source>the member is {tier} now</source>
            <translation>會員已升級為{tier}</translation>
        </message>
        <message>
            <source>Coupons on the receipt: {count}</source>
            <translation>收據上有優惠券：{count} 張</translation>
        </message>
        <message>
            <source>Charge {amount}</source>
            <translation>收款 {amount}</translation>
        </message>
        <message>
            <source>Card at the terminal</source>
            <translation>在刷卡機刷卡</translation>
        </message>
        <message>
            <source>Confirm {amount}</source>
            <translation>確認收款 {amount}</translation>
        </message>
        <message>
            <source>Number and value</source>
            <translation>號碼與面額</translation>
        </message>
        <message>
            <source>Card or code</source>
            <translation>刷卡或付款碼</translation>
        </message>
        <message>
            <source>Scan the payment code</source>
            <translation>請掃付款碼</translation>
        </message>
        <message>
            <source>Take {amount} of it</source>
            <translation>先收 {amount}</translation>
        </message>
        <message>
            <source>As head office says just now.</source>
            <translation>總部剛剛確認。</translation>
        </message>
        <message>
            <source>Head office is asked; this till knows this so far.</source>
            <translation>正在向總部查詢；先顯示本機已知的數。</translation>
        </message>
        <message>
            <source>As this till knows. Head office does not answer.</source>
            <translation>總部沒有回應，以本機紀錄為準。</translation>
        </message>
        <message>
            <source>Points: {points}</source>
            <translation>點數：{points}</translation>
        </message>
        <message>
            <source>Earned here and not settled yet: {points}</source>
            <translation>本機待入帳：{points}</translation>
        </message>
        <message>
            <source>Pay with points</source>
            <translation>點數折抵</translation>
        </message>
        <message>
            <source>Balance: {amount}</source>
            <translation>餘額：{amount}</translation>
        </message>
        <message>
            <source>{amount} of it added by the store</source>
            <translation>其中贈送金 {amount}</translation>
        </message>
        <message>
            <source>Pay with the balance</source>
            <translation>儲值付款</translation>
        </message>
        <message>
            <source>In doubt</source>
            <translation>結果不明</translation>
        </message>
        <message>
            <source>To pay by card or code</source>
            <translation>刷卡或付款碼應付</translation>
        </message>
        <message>
            <source>The code was scanned. Enter charges it.</source>
            <translation>已掃付款碼。按 Enter 收款。</translation>
        </message>
        <message>
            <source>Scan the payment code, or take the card at the terminal.</source>
            <translation>請掃描付款碼，或在刷卡機刷卡。</translation>
        </message>
        <message>
            <source>The provider is asked…</source>
            <translation>正在請求支付機構…</translation>
        </message>
        <message>
            <source>Waiting for the customer: {seconds} s</source>
            <translation>等待顧客確認：{seconds} 秒</translation>
        </message>
        <message>
            <source>Nobody knows yet whether the money has moved.</source>
            <translation>尚不知道是否已扣款。</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>已退</translation>
        </message>
        <message>
            <source>Done. Receipt {number}</source>
            <translation>已完成。收據 {number}</translation>
        </message>
        <message>
            <source>To give back in cash</source>
            <translation>應退現金</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>點數</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>儲值餘額</translation>
        </message>
        <message>
            <source>To give back</source>
            <translation>應退</translation>
        </message>
        <message>
            <source>Give it back on your own device first, then finish.</source>
            <translation>請先在自有設備上退款，再完成。</translation>
        </message>
        <message>
            <source>The provider gives its part back once this is finished.</source>
            <translation>完成後由支付機構退回其部分。</translation>
        </message>
        <message>
            <source>Give {amount} back so</source>
            <translation>以此退 {amount}</translation>
        </message>
        <message>
            <source>{amount} back</source>
            <translation>退 {amount}</translation>
        </message>
        <message>
            <source>All in cash instead</source>
            <translation>全部改退現金</translation>
        </message>
        <message>
            <source>As it was paid</source>
            <translation>原路退回</translation>
        </message>
        <message>
            <source>Nothing is to pay.</source>
            <translation>無需付款。</translation>
        </message>
        <message>
            <source>Still to pay</source>
            <translation>尚需支付</translation>
        </message>
        <message>
            <source>Everything is there.</source>
            <translation>款項已收齊。</translation>
        </message>
        <message>
            <source>{amount} of the voucher are not given back.</source>
            <translation>禮券餘額 {amount} 不找零。</translation>
        </message>
        <message>
            <source>The voucher is worth {amount} more: given back in coins.</source>
            <translation>禮券多出 {amount}，以現金找回。</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>應收</translation>
        </message>
        <message>
            <source>Choose how much</source>
            <translation>選擇用多少</translation>
        </message>
        <message>
            <source>To use, for {amount}</source>
            <translation>使用，可折抵 {amount}</translation>
        </message>
        <message>
            <source>Touch the tender in which {amount} goes back.</source>
            <translation>請點選用哪種方式退 {amount}。</translation>
        </message>
        <message>
            <source>Received {received}, still {missing}</source>
            <translation>實收 {received}，還差 {missing}</translation>
        </message>
        <message>
            <source>Received {received} in cash</source>
            <translation>實收現金 {received}</translation>
        </message>
        <message>
            <source>Or exactly {amount} in small coins</source>
            <translation>或以零錢剛好付 {amount}</translation>
        </message>
        <message>
            <source>Taken so far: {amount}</source>
            <translation>已收 {amount}</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>現金</translation>
        </message>
        <message>
            <source>Other device</source>
            <translation>其他設備</translation>
        </message>
        <message>
            <source>Confirmed by hand</source>
            <translation>人工確認</translation>
        </message>
        <message>
            <source>Exactly {amount}</source>
            <translation>剛好 {amount}</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Pay {amount} so</source>
            <translation>支付 {amount}</translation>
        </message>
        <message>
            <source>To use</source>
            <translation>使用</translation>
        </message>
        <message>
            <source>As much as possible</source>
            <translation>盡量使用</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>應收</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>禮券</translation>
        </message>
        <message>
            <source>Scan the voucher, or type its number; then the value printed on it.</source>
            <translation>請掃描禮券或輸入號碼，再輸入禮券面額。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>號碼</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>面額</translation>
        </message>
        <message>
            <source>Take the voucher</source>
            <translation>收下禮券</translation>
        </message>
        <message>
            <source>The customer is asked on the phone</source>
            <translation>顧客正在手機上確認</translation>
        </message>
        <message>
            <source>It is called back by itself in {seconds} s.</source>
            <translation>{seconds} 秒後自動取消。</translation>
        </message>
        <message>
            <source>Do not take the money twice: ask the customer whether the phone shows it as paid.</source>
            <translation>切勿重複收款：請問顧客手機是否顯示已付款。</translation>
        </message>
        <message>
            <source>Call it back</source>
            <translation>取消收款</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再次查詢</translation>
        </message>
        <message>
            <source>Pay otherwise</source>
            <translation>改用其他方式</translation>
        </message>
        <message>
            <source>The phone shows it paid</source>
            <translation>手機顯示已付款</translation>
        </message>
        <message>
            <source>It is not paid</source>
            <translation>未付款</translation>
        </message>
        <message>
            <source>Head office is asked…</source>
            <translation>正在詢問總部…</translation>
        </message>
        <message>
            <source>Is it the member?</source>
            <translation>確認會員本人</translation>
        </message>
        <message>
            <source>A phone number alone does not spend. Scan the code on the member's phone, or let the member type here.</source>
            <translation>只報手機號碼不能使用點數和餘額。請掃描會員手機上的會員碼，或請會員在這裡輸入。</translation>
        </message>
        <message>
            <source>PIN of the member</source>
            <translation>會員密碼</translation>
        </message>
        <message>
            <source>Code by message</source>
            <translation>簡訊驗證碼</translation>
        </message>
        <message>
            <source>Send a code to the member's phone</source>
            <translation>傳送驗證碼到會員手機</translation>
        </message>
    </context>
    <context>
        <name>Pickup</name>
        <message>
            <source>{age}+ check</source>
            <translation>{age}+ 需核驗</translation>
        </message>
        <message>
            <source>Shelf {shelf}</source>
            <translation>貨架 {shelf}</translation>
        </message>
        <message>
            <source>{minutes} late</source>
            <translation>已逾時 {minutes}</translation>
        </message>
        <message>
            <source>{minutes} left</source>
            <translation>還有 {minutes}</translation>
        </message>
        <message>
            <source>Busy</source>
            <translation>忙碌</translation>
        </message>
        <message>
            <source>New orders are promised later. What was promised stays as it is.</source>
            <translation>新訂單的約定時間會延後；已約定的不變。</translation>
        </message>
        <message>
            <source>Orders take longer by</source>
            <translation>訂單延長</translation>
        </message>
        <message>
            <source>For the next</source>
            <translation>持續時間</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} 分鐘</translation>
        </message>
        <message>
            <source>{count} h</source>
            <translation>{count} 小時</translation>
        </message>
        <message>
            <source>Not busy any more</source>
            <translation>不再忙碌</translation>
        </message>
        <message>
            <source>Say that we are busy</source>
            <translation>設為忙碌</translation>
        </message>
        <message>
            <source>Busy: +{minutes} min until {time}</source>
            <translation>忙碌：+{minutes} 分鐘，至 {time}</translation>
        </message>
        <message>
            <source>Start picking</source>
            <translation>開始揀貨</translation>
        </message>
        <message>
            <source>Go on picking</source>
            <translation>繼續揀貨</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>放回</translation>
        </message>
        <message>
            <source>Goods come back</source>
            <translation>商品退回</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>確認取貨</translation>
        </message>
        <message>
            <source>{amount} to pay</source>
            <translation>待付 {amount}</translation>
        </message>
        <message>
            <source>{count}× not collected</source>
            <translation>{count} 次未取</translation>
        </message>
        <message>
            <source>Web shop</source>
            <translation>網路商店</translation>
        </message>
        <message>
            <source>Late · coupon</source>
            <translation>逾時 · 已贈券</translation>
        </message>
        <message>
            <source>Orders not collected in the last 90 days: {count}.</source>
            <translation>近 90 天有 {count} 單未取。</translation>
        </message>
        <message>
            <source>App</source>
            <translation>App</translation>
        </message>
        <message>
            <source>Mini program</source>
            <translation>小程式</translation>
        </message>
        <message>
            <source>Courier · {channel}</source>
            <translation>外送員 · {channel}</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>逾時</translation>
        </message>
        <message>
            <source>It was late: the customer has a coupon for that in the wallet.</source>
            <translation>本單逾時：補償券已發到顧客的票券匣。</translation>
        </message>
        <message>
            <source>It was late: a coupon for that is on the order's page.</source>
            <translation>本單逾時：補償券在取貨單頁面上。</translation>
        </message>
        <message>
            <source>It was later than promised.</source>
            <translation>本單比約定時間晚。</translation>
        </message>
        <message>
            <source>{age}+: a sealed bag; the age is checked at the door.</source>
            <translation>{age} 歲以上商品：封袋交付，由外送員在送達時核對年齡。</translation>
        </message>
        <message>
            <source>{first}, {second}</source>
            <translation>{first}、{second}</translation>
        </message>
        <message>
            <source>{goods} · {count} pcs</source>
            <translation>{goods} · 共 {count} 件</translation>
        </message>
        <message>
            <source>Substitute</source>
            <translation>替代品</translation>
        </message>
        <message>
            <source>Not there</source>
            <translation>缺貨</translation>
        </message>
        <message>
            <source>Pick {number}</source>
            <translation>揀貨 {number}</translation>
        </message>
        <message>
            <source>Write by touch</source>
            <translation>觸控輸入</translation>
        </message>
        <message>
            <source>Brought back: {number}</source>
            <translation>退回：{number}</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Why it comes back</source>
            <translation>退回原因</translation>
        </message>
        <message>
            <source>Not fit for sale: write off</source>
            <translation>不可再售：報損</translation>
        </message>
        <message>
            <source>Take back, on sale again</source>
            <translation>退回並重新上架</translation>
        </message>
        <message>
            <source>Bags</source>
            <translation>袋數</translation>
        </message>
        <message>
            <source>Shelf</source>
            <translation>貨架</translation>
        </message>
        <message>
            <source>The customer says this name: {name}</source>
            <translation>顧客報出的姓名：{name}</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>確定</translation>
        </message>
        <message>
            <source>Ready for pickup</source>
            <translation>備妥待取</translation>
        </message>
        <message>
            <source>Order {number}</source>
            <translation>訂單 {number}</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>接單</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>拒單</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>接手</translation>
        </message>
        <message>
            <source>The rest comes later</source>
            <translation>其餘稍後再取</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Take the payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>確認取貨</translation>
        </message>
        <message>
            <source>Undo ({seconds} s)</source>
            <translation>復原（{seconds} 秒）</translation>
        </message>
        <message>
            <source>The order has left the store.</source>
            <translation>訂單已交給顧客。</translation>
        </message>
        <message>
            <source>Last 4 digits</source>
            <translation>手機末四碼</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Number of the order</source>
            <translation>單號</translation>
        </message>
        <message>
            <source>Courier's name or plate</source>
            <translation>外送員姓名或車牌</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核對</translation>
        </message>
        <message>
            <source>Why without a proof</source>
            <translation>無憑證的原因</translation>
        </message>
        <message>
            <source>Without code</source>
            <translation>免取貨碼</translation>
        </message>
        <message>
            <source>Only a part</source>
            <translation>只取一部分</translation>
        </message>
        <message>
            <source>Refund the rest</source>
            <translation>其餘退款</translation>
        </message>
        <message>
            <source>Print the labels again</source>
            <translation>補印袋標籤</translation>
        </message>
        <message>
            <source>Scan the courier's code, or ask for number and name</source>
            <translation>請掃外送員的取貨碼，或詢問單號與姓名</translation>
        </message>
        <message>
            <source>Scan the customer's code, or ask for digits and name</source>
            <translation>掃顧客的取貨碼，或核對末四碼和姓名</translation>
        </message>
        <message>
            <source>The code is genuine</source>
            <translation>取貨碼有效</translation>
        </message>
        <message>
            <source>Digits and name match</source>
            <translation>末四碼和姓名相符</translation>
        </message>
        <message>
            <source>The platform's code fits</source>
            <translation>平台取貨碼相符</translation>
        </message>
        <message>
            <source>The courier knows the number</source>
            <translation>外送員報對了單號</translation>
        </message>
        <message>
            <source>Given out for a reason, without a proof</source>
            <translation>無憑證交付，已記錄原因</translation>
        </message>
        <message>
            <source>At least {age} years old</source>
            <translation>年滿 {age} 歲</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>已核驗</translation>
        </message>
        <message>
            <source>Look at an ID</source>
            <translation>請查看證件</translation>
        </message>
        <message>
            <source>Given to the courier</source>
            <translation>交給外送員</translation>
        </message>
        <message>
            <source>Bags: {count}</source>
            <translation>{count} 袋</translation>
        </message>
        <message>
            <source>Bags: {marks}</source>
            <translation>袋：{marks}</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>目前沒有訂單</translation>
        </message>
        <message>
            <source>New orders</source>
            <translation>新訂單</translation>
        </message>
        <message>
            <source>Picking</source>
            <translation>揀貨中</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>待取</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>異常</translation>
        </message>
        <message>
            <source>Couriers ({count})</source>
            <translation>外送單（{count}）</translation>
        </message>
        <message>
            <source>Scan a pickup code, or type phone digits, name or number</source>
            <translation>掃取貨碼，或輸入手機末碼、姓名、單號</translation>
        </message>
        <message>
            <source>Pick several</source>
            <translation>多單揀貨</translation>
        </message>
        <message>
            <source>Sell</source>
            <translation>收銀</translation>
        </message>
        <message>
            <source>Refund {amount}</source>
            <translation>退款 {amount}</translation>
        </message>
        <message>
            <source>Scan the substitute, or type its code</source>
            <translation>掃描替代品，或輸入條碼</translation>
        </message>
        <message>
            <source>Another store…</source>
            <translation>改由其他分店…</translation>
        </message>
        <message>
            <source>Look up</source>
            <translation>查詢</translation>
        </message>
        <message>
            <source>Take it instead</source>
            <translation>換成此商品</translation>
        </message>
        <message>
            <source>Leave it out: {amount} less to pay</source>
            <translation>不要了：少付 {amount}</translation>
        </message>
        <message>
            <source>Leave it out: {amount} less to pay, refund {refund}</source>
            <translation>不要了：少付 {amount}，退款 {refund}</translation>
        </message>
        <message>
            <source>The customer was asked and wants it</source>
            <translation>已詢問顧客，顧客同意</translation>
        </message>
        <message>
            <source>{name}: {price}, {amount} less to pay, refund {refund}</source>
            <translation>{name}：{price}，少付 {amount}，退款 {refund}</translation>
        </message>
        <message>
            <source>{name}: {price}, refund {refund}</source>
            <translation>{name}：{price}，退 {refund}</translation>
        </message>
        <message>
            <source>Reject {number}</source>
            <translation>拒單 {number}</translation>
        </message>
        <message>
            <source>The customer is told. Nothing was paid.</source>
            <translation>將通知顧客；尚未付款。</translation>
        </message>
        <message>
            <source>The customer is told and gets everything back.</source>
            <translation>系統會通知顧客，並全額退款。</translation>
        </message>
        <message>
            <source>Put back {number}</source>
            <translation>放回 {number}</translation>
        </message>
        <message>
            <source>Thrown away</source>
            <translation>報損</translation>
        </message>
        <message>
            <source>Back on sale</source>
            <translation>重新上架</translation>
        </message>
        <message>
            <source>Several orders in one walk</source>
            <translation>一趟揀多單</translation>
        </message>
        <message>
            <source>The next orders by promise</source>
            <translation>按約定時間的下幾單</translation>
        </message>
        <message>
            <source>Print the card that begins this</source>
            <translation>列印開始揀貨的條碼卡</translation>
        </message>
        <message>
            <source>Pick several orders</source>
            <translation>多單揀貨</translation>
        </message>
        <message>
            <source>{name} · complete</source>
            <translation>{name} · 已齊</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>裝袋</translation>
        </message>
        <message>
            <source>Pack {bin}</source>
            <translation>裝袋 {bin}</translation>
        </message>
        <message>
            <source>{number} · {count} missing</source>
            <translation>{number} · 缺 {count}</translation>
        </message>
        <message>
            <source>Which order?</source>
            <translation>是哪一單？</translation>
        </message>
        <message>
            <source>Several orders have this code. Ask for the name.</source>
            <translation>有幾單是同一個取貨碼，請詢問姓名。</translation>
        </message>
        <message>
            <source>Another store</source>
            <translation>其他分店</translation>
        </message>
        <message>
            <source>The customer was asked and collects it there</source>
            <translation>已徵得顧客同意，到該店取貨</translation>
        </message>
        <message>
            <source>Order it there</source>
            <translation>轉到該店</translation>
        </message>
        <message>
            <source>Asking head office…</source>
            <translation>正在詢問總部…</translation>
        </message>
        <message>
            <source>Head office cannot be asked now.</source>
            <translation>現在無法詢問總部。</translation>
        </message>
        <message>
            <source>As head office said at {when}</source>
            <translation>總部資料截至 {when}</translation>
        </message>
        <message>
            <source>No other store has enough, as head office said at {when}</source>
            <translation>其他分店庫存都不夠（總部資料截至 {when}）</translation>
        </message>
        <message>
            <source>{count} free</source>
            <translation>可用 {count}</translation>
        </message>
        <message>
            <source>heard {when}</source>
            <translation>更新於 {when}</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>PIN</source>
            <translation>密碼</translation>
        </message>
        <message>
            <source>Digits entered</source>
            <translation>已輸入位數</translation>
        </message>
    </context>
    <context>
        <name>Practice</name>
        <message>
            <source>Training – nothing counts</source>
            <translation>練習模式 – 一切不計入</translation>
        </message>
        <message>
            <source>Start afresh</source>
            <translation>清空重來</translation>
        </message>
        <message>
            <source>Back to the till</source>
            <translation>返回收銀</translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>{day} · shift {number}</source>
            <translation>{day} · 第 {number} 班</translation>
        </message>
        <message>
            <source>{name}: {days} days</source>
            <translation>{name}：{days} 天</translation>
        </message>
        <message>
            <source>What to look at</source>
            <translation>查看什麼</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班別</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期間</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>進行中</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>最近 7 天</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>最近 30 天</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本週</translation>
        </message>
        <message>
            <source>The week before</source>
            <translation>上週</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>The month before</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>The year before</source>
            <translation>去年</translation>
        </message>
        <message>
            <source>Which stores and days</source>
            <translation>哪些門市與日期</translation>
        </message>
        <message>
            <source>Stores</source>
            <translation>門市</translation>
        </message>
        <message>
            <source>All stores</source>
            <translation>所有門市</translation>
        </message>
        <message>
            <source>{count} stores</source>
            <translation>{count} 家門市</translation>
        </message>
        <message>
            <source>Region {name}</source>
            <translation>區域 {name}</translation>
        </message>
        <message>
            <source>Show {count} chosen stores</source>
            <translation>檢視選取的 {count} 家門市</translation>
        </message>
        <message>
            <source>Touch the stores to look at together</source>
            <translation>點選要一起檢視的門市</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Show these days</source>
            <translation>查看這些天</translation>
        </message>
        <message>
            <source>Asking which stores are behind it</source>
            <translation>正在查詢由哪些門市構成</translation>
        </message>
        <message>
            <source>Counted at head office</source>
            <translation>由總部統計</translation>
        </message>
        <message>
            <source>Members, coupons and stock are counted; no receipt stands behind.</source>
            <translation>會員、優惠券與庫存是統計得出的，沒有對應的收據。</translation>
        </message>
        <message>
            <source>No store added to this figure. Products open for a few days only.</source>
            <translation>沒有門市計入這個指標。商品只能依較少的天數展開。</translation>
        </message>
        <message>
            <source>{change} on last week</source>
            <translation>較上週 {change}</translation>
        </message>
        <message>
            <source>Not members</source>
            <translation>非會員</translation>
        </message>
        <message>
            <source>Discount taken back</source>
            <translation>追回的折扣</translation>
        </message>
        <message>
            <source>No reason</source>
            <translation>無原因</translation>
        </message>
        <message>
            <source>Walk-in</source>
            <translation>到店</translation>
        </message>
        <message>
            <source>Pickup</source>
            <translation>到店取貨</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>配送</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>準時</translation>
        </message>
        <message>
            <source>No promise</source>
            <translation>無承諾時間</translation>
        </message>
        <message>
            <source>App</source>
            <translation>App</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>網站</translation>
        </message>
        <message>
            <source>Ordered at a till</source>
            <translation>櫃檯訂貨</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>已連線</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>離線</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>無條碼銷售</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>人工</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>無人</translation>
        </message>
        <message>
            <source>{minutes} min late</source>
            <translation>逾時 {minutes} 分鐘</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>無</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>退貨</translation>
        </message>
        <message>
            <source>Voids after total</source>
            <translation>告知總額後取消</translation>
        </message>
        <message>
            <source>Baskets given up</source>
            <translation>放棄購物籃</translation>
        </message>
        <message>
            <source>Removed lines</source>
            <translation>刪除品項</translation>
        </message>
        <message>
            <source>No-sales</source>
            <translation>非銷售開錢櫃</translation>
        </message>
        <message>
            <source>Price overrides</source>
            <translation>改價</translation>
        </message>
        <message>
            <source>Discounts by hand</source>
            <translation>人工折扣</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>補印</translation>
        </message>
        <message>
            <source>Coupons</source>
            <translation>優惠券</translation>
        </message>
        <message>
            <source>Coupons of a member</source>
            <translation>會員用券</translation>
        </message>
        <message>
            <source>Total {amount}</source>
            <translation>合計 {amount}</translation>
        </message>
        <message>
            <source>Float</source>
            <translation>找零金</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收據</translation>
        </message>
        <message>
            <source>Top-up</source>
            <translation>加值</translation>
        </message>
        <message>
            <source>Basket given up</source>
            <translation>放棄購物籃</translation>
        </message>
        <message>
            <source>Sale recalled</source>
            <translation>取回交易</translation>
        </message>
        <message>
            <source>Copy printed</source>
            <translation>補印</translation>
        </message>
        <message>
            <source>Shift closed</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>X report</source>
            <translation>X 報表</translation>
        </message>
        <message>
            <source>Cash moved</source>
            <translation>現金進出</translation>
        </message>
        <message>
            <source>Drawer opened without a sale</source>
            <translation>非銷售開錢櫃</translation>
        </message>
        <message>
            <source>Receipts made in training</source>
            <translation>練習中開出的收據</translation>
        </message>
        <message>
            <source>Drawer shut</source>
            <translation>錢櫃已關</translation>
        </message>
        <message>
            <source>Member joined</source>
            <translation>會員加入</translation>
        </message>
        <message>
            <source>Order placed</source>
            <translation>下單</translation>
        </message>
        <message>
            <source>Order handed over</source>
            <translation>訂單交付</translation>
        </message>
        <message>
            <source>Hand-over taken back</source>
            <translation>復原交付</translation>
        </message>
        <message>
            <source>Order ready</source>
            <translation>訂單備好</translation>
        </message>
        <message>
            <source>Order refused</source>
            <translation>拒絕訂單</translation>
        </message>
        <message>
            <source>Order given up</source>
            <translation>放棄訂單</translation>
        </message>
        <message>
            <source>Order short of goods</source>
            <translation>訂單缺貨</translation>
        </message>
        <message>
            <source>Order brought back</source>
            <translation>訂單退回</translation>
        </message>
        <message>
            <source>Goods written off</source>
            <translation>報損</translation>
        </message>
        <message>
            <source>Stock counted</source>
            <translation>盤點</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>流水帳號</translation>
        </message>
        <message>
            <source>Its body is no longer kept</source>
            <translation>內容已不再保存</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>校驗碼</translation>
        </message>
        <message>
            <source>Placed</source>
            <translation>下單時間</translation>
        </message>
        <message>
            <source>Look it up</source>
            <translation>檢視方式</translation>
        </message>
        <message>
            <source>On the orders' board of its store</source>
            <translation>在該門市的訂單看板上</translation>
        </message>
        <message>
            <source>Sale</source>
            <translation>銷售</translation>
        </message>
        <message>
            <source>Without a sale</source>
            <translation>非銷售</translation>
        </message>
        <message>
            <source>Shut</source>
            <translation>已關上</translation>
        </message>
        <message>
            <source>Opened again meanwhile</source>
            <translation>期間又打開</translation>
        </message>
        <message>
            <source>Left open</source>
            <translation>一直開著</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Opened for</source>
            <translation>開櫃事由</translation>
        </message>
        <message>
            <source>End</source>
            <translation>結束方式</translation>
        </message>
        <message>
            <source>Open for</source>
            <translation>開啟時長</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>編號</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>種類</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>授權人</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>品項數</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合計</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Bonus</source>
            <translation>贈送金</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>開班人</translation>
        </message>
        <message>
            <source>Closed by</source>
            <translation>交班人</translation>
        </message>
        <message>
            <source>Z report</source>
            <translation>Z 報表</translation>
        </message>
        <message>
            <source>Expected cash</source>
            <translation>應有現金</translation>
        </message>
        <message>
            <source>Counted cash</source>
            <translation>實點現金</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} 分鐘</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} 天</translation>
        </message>
        <message>
            <source>{arrow} {points} pp</source>
            <translation>{arrow} {points} 個百分點</translation>
        </message>
        <message>
            <source>A shift of {day}</source>
            <translation>{day}的班別</translation>
        </message>
        <message>
            <source>same day last week</source>
            <translation>上週同日</translation>
        </message>
        <message>
            <source>the {days} days before</source>
            <translation>之前 {days} 天</translation>
        </message>
        <message>
            <source>a year before</source>
            <translation>去年同期</translation>
        </message>
        <message>
            <source>{what} {count}</source>
            <translation>{what} {count}</translation>
        </message>
        <message>
            <source>A member</source>
            <translation>一位會員</translation>
        </message>
        <message>
            <source>others use {normal}</source>
            <translation>其他人用 {normal} 張</translation>
        </message>
        <message>
            <source>normal would be {normal} in {base} receipts</source>
            <translation>正常為 {base} 筆中 {normal} 次</translation>
        </message>
        <message>
            <source>{present} of {expected} told</source>
            <translation>已報 {present}/{expected}</translation>
        </message>
        <message>
            <source>Shift goes on</source>
            <translation>班別進行中</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>資料完整</translation>
        </message>
        <message>
            <source>As of {moment}</source>
            <translation>截至 {moment}</translation>
        </message>
        <message>
            <source>{change} on {days}</source>
            <translation>較{days} {change}</translation>
        </message>
        <message>
            <source>Known from {first} to {last}.</source>
            <translation>資料範圍：{first} 至 {last}。</translation>
        </message>
        <message>
            <source>{change} on before</source>
            <translation>較之前 {change}</translation>
        </message>
        <message>
            <source>{change} on last year</source>
            <translation>較去年 {change}</translation>
        </message>
        <message>
            <source>Known after closing</source>
            <translation>交班後顯示</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Counted against expected</source>
            <translation>實點與應有之差</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Who pays for the discounts</source>
            <translation>折扣由誰負擔</translation>
        </message>
        <message>
            <source>Net sales by the hour</source>
            <translation>分時淨銷售額</translation>
        </message>
        <message>
            <source>Stores: orders, margin and cash</source>
            <translation>門市：訂單、毛利與現金</translation>
        </message>
        <message>
            <source>Net sales by the day</source>
            <translation>每日淨銷售額</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>通路</translation>
        </message>
        <message>
            <source>Returns by reason</source>
            <translation>退貨原因</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>稅</translation>
        </message>
        <message>
            <source>Discounts by campaign</source>
            <translation>活動折扣</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>活動</translation>
        </message>
        <message>
            <source>From issued to redeemed</source>
            <translation>優惠券：從發放到核銷</translation>
        </message>
        <message>
            <source>Members by tier</source>
            <translation>會員等級</translation>
        </message>
        <message>
            <source>Ready on time</source>
            <translation>備貨準時</translation>
        </message>
        <message>
            <source>Orders handed over</source>
            <translation>訂單交付</translation>
        </message>
        <message>
            <source>Orders by channel</source>
            <translation>各通路訂單</translation>
        </message>
        <message>
            <source>Orders by where they came from</source>
            <translation>訂單來源</translation>
        </message>
        <message>
            <source>Returns by cashier</source>
            <translation>收銀員退貨</translation>
        </message>
        <message>
            <source>No-sales by cashier</source>
            <translation>收銀員非銷售開錢櫃</translation>
        </message>
        <message>
            <source>Time that the drawer stood open</source>
            <translation>錢櫃開啟時長（按收銀員）</translation>
        </message>
        <message>
            <source>The drawer, by cashier</source>
            <translation>錢櫃（按收銀員）</translation>
        </message>
        <message>
            <source>By the hour</source>
            <translation>按小時</translation>
        </message>
        <message>
            <source>By hand, by cashier</source>
            <translation>收銀員人工操作</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Over and short by the day</source>
            <translation>每日溢短收</translation>
        </message>
        <message>
            <source>Tenders, counted</source>
            <translation>收款與清點</translation>
        </message>
        <message>
            <source>{count} more in the table</source>
            <translation>表格中還有 {count} 項</translation>
        </message>
        <message>
            <source>this shift</source>
            <translation>本班</translation>
        </message>
        <message>
            <source>this day</source>
            <translation>當日</translation>
        </message>
        <message>
            <source>this time</source>
            <translation>本期</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合計</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>時段</translation>
        </message>
        <message>
            <source>Tender</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>分類</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>收銀員</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>活動</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>負擔方</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>通路</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等級</translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation>稅率</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>逾時</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>對比</translation>
        </message>
        <message>
            <source>From</source>
            <translation>從</translation>
        </message>
        <message>
            <source>The same day of the week before</source>
            <translation>上週同一天</translation>
        </message>
        <message>
            <source>As many days before, and a year before</source>
            <translation>之前同樣天數，以及去年同期</translation>
        </message>
        <message>
            <source>Compare with {days}</source>
            <translation>與 {days} 對比</translation>
        </message>
        <message>
            <source>The same weekday a year before</source>
            <translation>去年同一星期幾</translation>
        </message>
        <message>
            <source>As usual</source>
            <translation>依慣例</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>前一天</translation>
        </message>
        <message>
            <source>Four weeks before</source>
            <translation>四週之前</translation>
        </message>
        <message>
            <source>The same weekdays a year before</source>
            <translation>去年同樣的星期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>現金</translation>
        </message>
        <message>
            <source>Tenders</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>分類銷售</translation>
        </message>
        <message>
            <source>The report cannot be shown</source>
            <translation>無法顯示報表</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>班別</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Cashiers</source>
            <translation>收銀員</translation>
        </message>
        <message>
            <source>Two of my choice</source>
            <translation>自選兩項</translation>
        </message>
        <message>
            <source>Reading the figures</source>
            <translation>正在讀取資料</translation>
        </message>
        <message>
            <source>Nothing in this time</source>
            <translation>此期間沒有</translation>
        </message>
        <message>
            <source>Every figure opens its receipts.</source>
            <translation>點任一數字可看對應收據。</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指標</translation>
        </message>
        <message>
            <source>Left − right</source>
            <translation>左 − 右</translation>
        </message>
        <message>
            <source>In per cent</source>
            <translation>百分比</translation>
        </message>
        <message>
            <source>Beside each other</source>
            <translation>並列比較</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>讀取中…</translation>
        </message>
        <message>
            <source>No shift yet</source>
            <translation>還沒有班別</translation>
        </message>
        <message>
            <source>Open a shift; its figures appear here from the first sale on.</source>
            <translation>開班後，從第一筆交易起在這裡顯示資料。</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>報表</translation>
        </message>
        <message>
            <source>Asking head office</source>
            <translation>正在詢問總部</translation>
        </message>
        <message>
            <source>You may leave meanwhile; selling goes on.</source>
            <translation>期間可以離開，銷售照常進行。</translation>
        </message>
        <message>
            <source>No connection, and nothing kept</source>
            <translation>沒有連線，也沒有留存的資料</translation>
        </message>
        <message>
            <source>Head office's figures cannot be shown</source>
            <translation>無法顯示總部的資料</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>總部</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>更早</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>更晚</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再次詢問</translation>
        </message>
        <message>
            <source>All stores …</source>
            <translation>所有門市 …</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概覽</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>銷售</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>會員</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>訂單</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人員</translation>
        </message>
        <message>
            <source>O2O</source>
            <translation>O2O</translation>
        </message>
        <message>
            <source>Watch list</source>
            <translation>關注</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比較</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>缺少什麼</translation>
        </message>
        <message>
            <source>Print Z</source>
            <translation>列印 Z 報表</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>What is this? {meaning}</source>
            <translation>這是什麼？{meaning}</translation>
        </message>
        <message>
            <source>This cannot be shown</source>
            <translation>無法顯示</translation>
        </message>
        <message>
            <source>Looking for the receipts</source>
            <translation>正在尋找收據</translation>
        </message>
        <message>
            <source>Nothing stands behind it</source>
            <translation>沒有對應紀錄</translation>
        </message>
        <message>
            <source>No receipt and no entry of this time adds to this figure.</source>
            <translation>此期間沒有收據或流水帳計入這個數字。</translation>
        </message>
        <message>
            <source>Later ones</source>
            <translation>較晚的</translation>
        </message>
        <message>
            <source>Earlier ones</source>
            <translation>更早的</translation>
        </message>
        <message>
            <source>of {total}</source>
            <translation>共 {total}</translation>
        </message>
        <message>
            <source>What the entry says</source>
            <translation>流水帳內容</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>圖</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Nothing is unusual in these four weeks.</source>
            <translation>這四週沒有異常。</translation>
        </message>
        <message>
            <source>Worth a look</source>
            <translation>待關注</translation>
        </message>
        <message>
            <source>last four weeks, against the others</source>
            <translation>最近四週，與他人相比</translation>
        </message>
        <message>
            <source>Who does something much more often than the others do, from {days}. It accuses nobody: it says where to look. Each row opens its receipts.</source>
            <translation>{days}，誰做某事比其他人多得多。這不是指責，只提示該看哪裡。點任一列可看對應收據。</translation>
        </message>
        <message>
            <source>Save or print</source>
            <translation>儲存或列印</translation>
        </message>
        <message>
            <source>Print on the receipt printer</source>
            <translation>用收據印表機列印</translation>
        </message>
        <message>
            <source>Print on A4</source>
            <translation>用 A4 列印</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>儲存為 PDF</translation>
        </message>
        <message>
            <source>Save as Excel table</source>
            <translation>儲存為 Excel 表格</translation>
        </message>
        <message>
            <source>Save as CSV for other programs</source>
            <translation>儲存為 CSV 供其他程式使用</translation>
        </message>
        <message>
            <source>Day-end files …</source>
            <translation>日結檔案…</translation>
        </message>
        <message>
            <source>Files go into the till's folder of reports.</source>
            <translation>檔案存入收銀機的報表資料夾。</translation>
        </message>
        <message>
            <source>‹ Everybody</source>
            <translation>‹ 全體人員</translation>
        </message>
        <message>
            <source>Hours, reasons and tenders of one person are told for up to {days} days.</source>
            <translation>個人的分時、原因和付款方式最多顯示 {days} 天。</translation>
        </message>
        <message>
            <source>Last written {moment}: {path}</source>
            <translation>最近寫入 {moment}：{path}</translation>
        </message>
        <message>
            <source>No files are written by themselves.</source>
            <translation>目前不會自動寫出檔案。</translation>
        </message>
        <message>
            <source>Closes whose files wait: {count}.</source>
            <translation>有 {count} 次結班或日結的檔案等待寫出。</translation>
        </message>
        <message>
            <source>Everything that was due is written.</source>
            <translation>應寫出的檔案都已寫出。</translation>
        </message>
        <message>
            <source>Folder for the files</source>
            <translation>存放檔案的資料夾</translation>
        </message>
        <message>
            <source>Day-end files</source>
            <translation>日結檔案</translation>
        </message>
        <message>
            <source>Reports that are put into a folder by themselves at each close; no close waits.</source>
            <translation>每次結班或日結後自動把報表放進資料夾；結班不會等它。</translation>
        </message>
        <message>
            <source>Kinds of files</source>
            <translation>檔案類型</translation>
        </message>
        <message>
            <source>Written at</source>
            <translation>何時寫出</translation>
        </message>
        <message>
            <source>The whole path</source>
            <translation>完整路徑</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>選擇…</translation>
        </message>
        <message>
            <source>Mail draft</source>
            <translation>郵件草稿</translation>
        </message>
        <message>
            <source>Each Z</source>
            <translation>每次 Z 結班</translation>
        </message>
        <message>
            <source>Close of the day</source>
            <translation>日結</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>儲存</translation>
        </message>
        <message>
            <source>Write a test file</source>
            <translation>寫一個測試檔案</translation>
        </message>
        <message>
            <source>No files any more</source>
            <translation>不再寫出</translation>
        </message>
        <message>
            <source>Closed {moment}.</source>
            <translation>日結於 {moment}。</translation>
        </message>
        <message>
            <source>The figures here have it, the close of the day does not.</source>
            <translation>已計入本頁數字，未計入日結。</translation>
        </message>
        <message>
            <source>Came after the day was closed: {count} · {amount}</source>
            <translation>日結之後到達：{count} 筆 · {amount}</translation>
        </message>
        <message>
            <source>Of this till alone: head office was not heard.</source>
            <translation>只含本收銀機：沒有收到總部的答覆。</translation>
        </message>
        <message>
            <source>All tills, by head office: {count} · {amount}.</source>
            <translation>總部統計全部收銀機：{count} 筆 · {amount}。</translation>
        </message>
        <message>
            <source>After the close of the day</source>
            <translation>日結之後</translation>
        </message>
        <message>
            <source>Count members, too (takes longer)</source>
            <translation>同時統計會員（需要更久）</translation>
        </message>
        <message>
            <source>Tills that have not told everything</source>
            <translation>尚未報齊的收銀機</translation>
        </message>
        <message>
            <source>Every till was heard after the last of these days, or in the last ten minutes.</source>
            <translation>每台收銀機都在最後一天之後或最近十分鐘內有過聯繫。</translation>
        </message>
        <message>
            <source>Their sales may still come; then they are in the figures.</source>
            <translation>它們的銷售可能還會到達，屆時會計入。</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>門市</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收銀機</translation>
        </message>
        <message>
            <source>Last heard</source>
            <translation>最後聯繫</translation>
        </message>
        <message>
            <source>Told until</source>
            <translation>已報到</translation>
        </message>
        <message>
            <source>What came late</source>
            <translation>遲到的資料</translation>
        </message>
        <message>
            <source>Figures that are not known</source>
            <translation>無法得知的指標</translation>
        </message>
        <message>
            <source>All figures are known.</source>
            <translation>所有指標都可得知。</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Asking …</source>
            <translation>詢問中 …</translation>
        </message>
        <message>
            <source>No figures</source>
            <translation>沒有資料</translation>
        </message>
        <message>
            <source>As of {time}, no connection since</source>
            <translation>截至 {time}，此後無連線</translation>
        </message>
        <message>
            <source>{count} shifts go on</source>
            <translation>{count} 個班別進行中</translation>
        </message>
        <message>
            <source>Head office does not answer. These are the figures as of {moment}; what stands by person is not kept.</source>
            <translation>總部沒有回應。這是截至 {moment} 的資料；依人員的部分不予留存。</translation>
        </message>
        <message>
            <source>As of {moment} · {stores} stores · {present} of {expected} tills told all</source>
            <translation>截至 {moment} · {stores} 家門市 · {expected} 台收銀機中 {present} 台已報齊</translation>
        </message>
        <message>
            <source>Nothing came after a day was closed.</source>
            <translation>沒有在日結之後到達的資料。</translation>
        </message>
        <message>
            <source>Facts that came after their day was closed: {count}, {amount} of net sales. They are in these figures, and no closed day was changed.</source>
            <translation>日結之後到達的紀錄：{count} 筆，銷售淨額 {amount}。它們已計入這些資料，已結的日期沒有更動。</translation>
        </message>
        <message>
            <source>Stores of another currency, not in these figures: {count}. Look at them by themselves.</source>
            <translation>其他幣別的門市未計入：{count} 家。請單獨檢視。</translation>
        </message>
        <message>
            <source>never</source>
            <translation>從未</translation>
        </message>
    </context>
    <context>
        <name>Returns</name>
        <message>
            <source>Looking for the receipt…</source>
            <translation>正在尋找收據…</translation>
        </message>
        <message>
            <source>Which receipt do the goods come from?</source>
            <translation>商品來自哪張收據？</translation>
        </message>
        <message>
            <source>Scan its code, or type its number; the last digits do for this till.</source>
            <translation>掃描收據上的碼，或輸入單號；本機的收據輸入末幾位即可。</translation>
        </message>
        <message>
            <source>Without a receipt</source>
            <translation>無收據退貨</translation>
        </message>
        <message>
            <source>Number of the receipt</source>
            <translation>收據號碼</translation>
        </message>
        <message>
            <source>Name or code of the goods</source>
            <translation>商品名稱或條碼</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>確定</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>補印</translation>
        </message>
        <message>
            <source>All comes back</source>
            <translation>全部退回</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>全不退</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>退貨原因</translation>
        </message>
        <message>
            <source>Back on the shelf</source>
            <translation>重新上架</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>報損</translation>
        </message>
        <message>
            <source>Gives back</source>
            <translation>應退</translation>
        </message>
        <message>
            <source>Put into the basket</source>
            <translation>放入購物籃</translation>
        </message>
        <message>
            <source>Scan the goods, or type a name or a code.</source>
            <translation>掃描商品，或輸入名稱、條碼。</translation>
        </message>
        <message>
            <source>It gives today's price or less, in cash. Nothing is known of points and coupons.</source>
            <translation>按當天售價或更低價退現金；點數和優惠券無從得知。</translation>
        </message>
        <message>
            <source>Asking head office what came back elsewhere…</source>
            <translation>正在向總部查詢其他地方的退貨…</translation>
        </message>
        <message>
            <source>{days} days old: somebody has to allow it.</source>
            <translation>已過 {days} 天：需有人授權。</translation>
        </message>
        <message>
            <source>Without the network: what came back at another till is not known here.</source>
            <translation>沒有網路：不知道其他收銀機是否已退過。</translation>
        </message>
        <message>
            <source>{left} left</source>
            <translation>還可退 {left}</translation>
        </message>
        <message>
            <source>Today {price}</source>
            <translation>當天售價 {price}</translation>
        </message>
        <message>
            <source>Price of {name}</source>
            <translation>{name} 的價格</translation>
        </message>
        <message>
            <source>What one gives</source>
            <translation>單件退款價</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>重量</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>數量</translation>
        </message>
        <message>
            <source>At most {amount}</source>
            <translation>最多 {amount}</translation>
        </message>
        <message>
            <source>{name} no longer holds</source>
            <translation>{name} 不再成立，扣回</translation>
        </message>
        <message>
            <source>{name}: held back before</source>
            <translation>{name}：先前扣回，現退還</translation>
        </message>
        <message>
            <source>The offers stay: nothing is held back</source>
            <translation>優惠保留，不扣回</translation>
        </message>
        <message>
            <source>Points that go with it</source>
            <translation>扣回點數</translation>
        </message>
        <message>
            <source>Coupons that come back</source>
            <translation>退還優惠券</translation>
        </message>
        <message>
            <source>Coupons that ran out meanwhile</source>
            <translation>已過期的優惠券</translation>
        </message>
    </context>
    <context>
        <name>Sell</name>
        <message>
            <source>Take the coupon off</source>
            <translation>移除這張優惠券</translation>
        </message>
        <message>
            <source>Take it off again</source>
            <translation>取消折扣</translation>
        </message>
        <message>
            <source>Subtotal ({pieces} pcs)</source>
            <translation>小計（{pieces} 件）</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已折抵</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>應收</translation>
        </message>
        <message>
            <source>To give back</source>
            <translation>應退</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Returned goods</source>
            <translation>退貨</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>明細</translation>
        </message>
        <message>
            <source>Why this price?</source>
            <translation>價格明細</translation>
        </message>
        <message>
            <source>Pay</source>
            <translation>結帳</translation>
        </message>
        <message>
            <source>Basket</source>
            <translation>購物籃</translation>
        </message>
        <message>
            <source>Scan or touch a product</source>
            <translation>請掃描條碼或點選商品</translation>
        </message>
        <message>
            <source>The basket is empty. Member codes and coupons can be scanned at any time.</source>
            <translation>購物籃是空的。會員碼和優惠券隨時都可以掃描。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>刪除</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>數量</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Given back last</source>
            <translation>上一筆已退</translation>
        </message>
        <message>
            <source>Receipt {number} is done. Scan or touch a product for the next customer.</source>
            <translation>收據 {number} 已完成。為下一位顧客掃描或點選商品。</translation>
        </message>
        <message>
            <source>Change of the last sale</source>
            <translation>上一筆找零</translation>
        </message>
        <message>
            <source>Receipt {number} is paid. Scan or touch a product for the next customer.</source>
            <translation>收據 {number} 已付清。請為下一位顧客掃描或點選商品。</translation>
        </message>
        <message>
            <source>Open item F3</source>
            <translation>無條碼銷售 F3</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>補印</translation>
        </message>
        <message>
            <source>Recall F8</source>
            <translation>取回 F8</translation>
        </message>
        <message>
            <source>Take goods back</source>
            <translation>退貨</translation>
        </message>
        <message>
            <source>Allow 48 h more</source>
            <translation>再允許 48 小時</translation>
        </message>
        <message>
            <source>Sell it all the same</source>
            <translation>仍然銷售</translation>
        </message>
        <message>
            <source>Mark it down</source>
            <translation>即期打折</translation>
        </message>
        <message>
            <source>Looking for the member…</source>
            <translation>正在查詢會員…</translation>
        </message>
        <message>
            <source>Checking the coupon…</source>
            <translation>正在核對優惠券…</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>會員</translation>
        </message>
        <message>
            <source>No coupons in this wallet</source>
            <translation>票券匣裡沒有優惠券</translation>
        </message>
        <message>
            <source>Best use</source>
            <translation>最佳用券</translation>
        </message>
        <message>
            <source>Head office is asked…</source>
            <translation>正在詢問總部…</translation>
        </message>
        <message>
            <source>Correct by {amount}</source>
            <translation>更正 {amount}</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Correct points or balance</source>
            <translation>更正點數或餘額</translation>
        </message>
        <message>
            <source>Head office does it at once and notes who and why. It works online only.</source>
            <translation>由總部立即更正，並記錄經手人和原因。僅在連線時可用。</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>點數</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Bonus</source>
            <translation>贈送金</translation>
        </message>
        <message>
            <source>Give</source>
            <translation>增加</translation>
        </message>
        <message>
            <source>Would save</source>
            <translation>可省</translation>
        </message>
        <message>
            <source>Coupons only, keep the points</source>
            <translation>只用優惠券，保留點數</translation>
        </message>
        <message>
            <source>{points} points pay {amount} of it on Pay: left {left}</source>
            <translation>付款時用 {points} 點折抵 {amount}：還需付 {left}</translation>
        </message>
        <message>
            <source>{points} points pay {amount} of it after PIN or code: left {left}</source>
            <translation>確認本人後可用 {points} 點折抵 {amount}：還需付 {left}</translation>
        </message>
        <message>
            <source>Use coupons and points</source>
            <translation>使用優惠券和點數</translation>
        </message>
        <message>
            <source>Use these coupons</source>
            <translation>使用這些優惠券</translation>
        </message>
        <message>
            <source>To pay: {best} instead of {now}</source>
            <translation>應付：{best}（現為 {now}）</translation>
        </message>
        <message>
            <source>head office is being asked</source>
            <translation>正在詢問總部</translation>
        </message>
        <message>
            <source>without the network: what this till knows</source>
            <translation>未連線：依本機所知</translation>
        </message>
        <message>
            <source>so many coupons that not every combination was tried</source>
            <translation>券太多，未比較所有組合</translation>
        </message>
        <message>
            <source>Use the points</source>
            <translation>使用點數</translation>
        </message>
        <message>
            <source>in the basket</source>
            <translation>已在購物籃</translation>
        </message>
        <message>
            <source>counts</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>Asking head office as well…</source>
            <translation>正在同時詢問總部…</translation>
        </message>
        <message>
            <source>Members who may be meant</source>
            <translation>可能的會員</translation>
        </message>
        <message>
            <source>Scan the code, or type the whole phone number. Last digits, card number and name work, too.</source>
            <translation>掃會員碼，或輸入完整手機號碼；也可輸入末碼、卡號或姓名。</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>手機號碼</translation>
        </message>
        <message>
            <source>Phone number, card number or name</source>
            <translation>手機號碼、卡號或姓名</translation>
        </message>
        <message>
            <source>New member</source>
            <translation>新會員</translation>
        </message>
        <message>
            <source>Find the member</source>
            <translation>查詢會員</translation>
        </message>
        <message>
            <source>The phone number and a yes to the terms are enough. It works without the network.</source>
            <translation>有手機號碼並同意條款即可，無網路也能辦理。</translation>
        </message>
        <message>
            <source>Name, if it is told</source>
            <translation>姓名（可不填）</translation>
        </message>
        <message>
            <source>Birthday as MM-DD, if it is told</source>
            <translation>生日 月-日（可不填）</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>入會</translation>
        </message>
        <message>
            <source>Agrees to the terms of membership: yes</source>
            <translation>同意會員條款：是</translation>
        </message>
        <message>
            <source>Agrees to the terms of membership: not yet</source>
            <translation>同意會員條款：尚未</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Not here for long</source>
            <translation>久未到店</translation>
        </message>
        <message>
            <source>Birthday as MM-DD</source>
            <translation>生日 月-日</translation>
        </message>
        <message>
            <source>Preferences</source>
            <translation>偏好</translation>
        </message>
        <message>
            <source>Why is the number needed? Your name and the reason are noted; the number is not.</source>
            <translation>為什麼要看號碼？會記錄您的姓名和原因，不記錄號碼。</translation>
        </message>
        <message>
            <source>Correct points</source>
            <translation>更正點數</translation>
        </message>
        <message>
            <source>Another member</source>
            <translation>換會員</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>移除會員</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>儲存</translation>
        </message>
        <message>
            <source>{amount} more to {tier}</source>
            <translation>再消費 {amount} 升級為{tier}</translation>
        </message>
        <message>
            <source>Coupons on this basket</source>
            <translation>本單優惠券</translation>
        </message>
        <message>
            <source>Hide the number</source>
            <translation>隱藏號碼</translation>
        </message>
        <message>
            <source>Show the number</source>
            <translation>查看號碼</translation>
        </message>
        <message>
            <source>May be written to: yes</source>
            <translation>接收優惠訊息：是</translation>
        </message>
        <message>
            <source>May be written to: no</source>
            <translation>接收優惠訊息：否</translation>
        </message>
        <message>
            <source>Coupon</source>
            <translation>優惠券</translation>
        </message>
        <message>
            <source>Scan the coupon, or type its 12 characters.</source>
            <translation>請掃描優惠券，或輸入 12 位券碼。</translation>
        </message>
        <message>
            <source>Coupon code</source>
            <translation>券碼</translation>
        </message>
        <message>
            <source>Redeem</source>
            <translation>核銷</translation>
        </message>
        <message>
            <source>Open item</source>
            <translation>無條碼銷售</translation>
        </message>
        <message>
            <source>Name or department</source>
            <translation>名稱或部門</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>稅率</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>價格</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>重量</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>確定</translation>
        </message>
        <message>
            <source>No member yet</source>
            <translation>尚無會員</translation>
        </message>
        <message>
            <source>Scan the member code, or F9 for a phone number</source>
            <translation>掃描會員碼，或按 F9 輸入手機號碼</translation>
        </message>
        <message>
            <source>Take the member off</source>
            <translation>移除會員</translation>
        </message>
        <message>
            <source>{points} points</source>
            <translation>點數 {points}</translation>
        </message>
        <message>
            <source>Coupons: {count}</source>
            <translation>{count} 張可用券</translation>
        </message>
        <message>
            <source>Favourites</source>
            <translation>熱賣</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>搜尋結果</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>扣減</translation>
        </message>
        <message>
            <source>Eat in</source>
            <translation>內用</translation>
        </message>
        <message>
            <source>Scan, or type a name, initials or a code</source>
            <translation>掃描條碼，或輸入名稱、拼音首字母、條碼</translation>
        </message>
        <message>
            <source>The products are on their way</source>
            <translation>正在接收商品</translation>
        </message>
        <message>
            <source>The first catalog is being loaded. Open items can be sold already: F3.</source>
            <translation>正在下載第一份商品目錄。現在就可以做無條碼銷售：F3。</translation>
        </message>
        <message>
            <source>Nothing found for “{text}”</source>
            <translation>找不到「{text}」</translation>
        </message>
        <message>
            <source>Try fewer letters, or press F3 to sell it as an open item.</source>
            <translation>少輸入幾個字再試，或按 F3 做無條碼銷售。</translation>
        </message>
        <message>
            <source>No products here</source>
            <translation>這裡沒有商品</translation>
        </message>
        <message>
            <source>Choose another category, or search for a name.</source>
            <translation>請選擇其他分類，或以名稱搜尋。</translation>
        </message>
        <message>
            <source>Which of these?</source>
            <translation>請選擇商品</translation>
        </message>
        <message>
            <source>option, for each piece</source>
            <translation>規格，每件加價</translation>
        </message>
        <message>
            <source>price on the label</source>
            <translation>標籤上的價格</translation>
        </message>
        <message>
            <source>on {count} of {all}</source>
            <translation>{all} 件中的 {count} 件</translation>
        </message>
        <message>
            <source>counts for the offer, its saving is on other pieces</source>
            <translation>計入活動，優惠記在其他商品上</translation>
        </message>
        <message>
            <source>Regulated price: nothing lowers it</source>
            <translation>限價商品：不參加任何優惠</translation>
        </message>
        <message>
            <source>Deposit: comes back for its price</source>
            <translation>押金：退還時原額返還</translation>
        </message>
        <message>
            <source>Did not apply</source>
            <translation>未生效</translation>
        </message>
        <message>
            <source>Coupons together</source>
            <translation>優惠券組合</translation>
        </message>
        <message>
            <source>{reason}: {winner}</source>
            <translation>{reason}：{winner}</translation>
        </message>
        <message>
            <source>Within reach</source>
            <translation>再進一步</translation>
        </message>
        <message>
            <source>This sale brings {points} points.</source>
            <translation>本次可得 {points} 點。</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快速鍵</translation>
        </message>
        <message>
            <source>Give this basket up ({total})? It is noted in the journal.</source>
            <translation>放棄這個購物籃（{total}）嗎？日誌會留下紀錄。</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>放棄</translation>
        </message>
        <message>
            <source>Return or exchange</source>
            <translation>退貨或換貨</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>庫存</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>錢櫃</translation>
        </message>
        <message>
            <source>Close shift</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>日結</translation>
        </message>
        <message>
            <source>Shift report</source>
            <translation>班別報表</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>異常</translation>
        </message>
        <message>
            <source>Coupon campaigns</source>
            <translation>優惠券活動</translation>
        </message>
        <message>
            <source>Store health</source>
            <translation>門市狀態</translation>
        </message>
        <message>
            <source>Top up a balance</source>
            <translation>儲值加值</translation>
        </message>
        <message>
            <source>Gift receipt of the last sale</source>
            <translation>上一筆的禮品收據</translation>
        </message>
        <message>
            <source>Practise</source>
            <translation>練習模式</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>登出</translation>
        </message>
        <message>
            <source>Give the basket up</source>
            <translation>放棄購物籃</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>Copy of receipt</source>
            <translation>補印</translation>
        </message>
        <message>
            <source>Park</source>
            <translation>暫存</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜尋</translation>
        </message>
        <message>
            <source>Remove line</source>
            <translation>刪除此項</translation>
        </message>
        <message>
            <source>Change quantity</source>
            <translation>改數量</translation>
        </message>
        <message>
            <source>Change options</source>
            <translation>修改規格</translation>
        </message>
        <message>
            <source>Best use of coupons</source>
            <translation>最佳用券</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>清除搜尋</translation>
        </message>
        <message>
            <source>Eat in or take away</source>
            <translation>內用或外帶</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>取回</translation>
        </message>
        <message>
            <source>Pickup</source>
            <translation>取貨單</translation>
        </message>
        <message>
            <source>Change the chosen line</source>
            <translation>修改選取的品項</translation>
        </message>
        <message>
            <source>Member price</source>
            <translation>會員價</translation>
        </message>
        <message>
            <source>with a gift receipt</source>
            <translation>附禮品收據</translation>
        </message>
        <message>
            <source>not allowed yet</source>
            <translation>待授權</translation>
        </message>
        <message>
            <source>allowed by {name}</source>
            <translation>{name} 授權</translation>
        </message>
        <message>
            <source>Balance {amount}</source>
            <translation>餘額 {amount}</translation>
        </message>
        <message>
            <source>last visit {date}</source>
            <translation>上次到店 {date}</translation>
        </message>
        <message>
            <source>{points} more earned here, not settled yet</source>
            <translation>另有 {points} 點待入帳</translation>
        </message>
        <message>
            <source>{points} points go on {date}</source>
            <translation>{points} 點將於 {date} 到期</translation>
        </message>
        <message>
            <source>being checked</source>
            <translation>核對中</translation>
        </message>
        <message>
            <source>settled later</source>
            <translation>連線後核銷</translation>
        </message>
        <message>
            <source>{spend} more: {off} off ({name})</source>
            <translation>再買 {spend} 省 {off}（{name}）</translation>
        </message>
        <message>
            <source>{units} more: {off} off ({name})</source>
            <translation>再買 {units} 件省 {off}（{name}）</translation>
        </message>
        <message>
            <source>{amount} left</source>
            <translation>剩 {amount}</translation>
        </message>
        <message>
            <source>deposit, goes with its goods</source>
            <translation>押金，隨商品</translation>
        </message>
        <message>
            <source>Return of {number}</source>
            <translation>退自 {number}</translation>
        </message>
        <message>
            <source>Return without a receipt</source>
            <translation>無收據退貨</translation>
        </message>
        <message>
            <source>no longer holds</source>
            <translation>不再成立，扣回</translation>
        </message>
        <message>
            <source>ends</source>
            <translation>先前扣回，現退還</translation>
        </message>
        <message>
            <source>comes later · {store}</source>
            <translation>稍後取 · {store}</translation>
        </message>
        <message>
            <source>{kept} of {there} kept</source>
            <translation>{there} 件中 {kept} 件已保留</translation>
        </message>
        <message>
            <source>only {there} there</source>
            <translation>僅剩 {there} 件</translation>
        </message>
        <message>
            <source>Percent off</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>Amount off</source>
            <translation>減價</translation>
        </message>
        <message>
            <source>New price</source>
            <translation>改價</translation>
        </message>
        <message>
            <source>Small change</source>
            <translation>去零頭</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Stands in the basket and on the receipt.</source>
            <translation>會顯示在購物籃和收據上。</translation>
        </message>
        <message>
            <source>Drop {amount}</source>
            <translation>去掉 {amount}</translation>
        </message>
        <message>
            <source>{off}, leaves {left}</source>
            <translation>{off}，剩 {left}</translation>
        </message>
        <message>
            <source>Above your limit: somebody else has to allow it.</source>
            <translation>超出您的限額：需要他人授權。</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>規格</translation>
        </message>
        <message>
            <source>Order it instead</source>
            <translation>改為訂貨</translation>
        </message>
        <message>
            <source>Into a second sale</source>
            <translation>拆到另一筆</translation>
        </message>
        <message>
            <source>To pay: {total}</source>
            <translation>應收 {total}</translation>
        </message>
        <message>
            <source>Whole sale</source>
            <translation>整單</translation>
        </message>
        <message>
            <source>Gift receipt, without prices</source>
            <translation>禮品收據（不含價格）</translation>
        </message>
        <message>
            <source>5% off</source>
            <translation>95 折</translation>
        </message>
        <message>
            <source>10% off</source>
            <translation>9 折</translation>
        </message>
        <message>
            <source>15% off</source>
            <translation>85 折</translation>
        </message>
        <message>
            <source>20% off</source>
            <translation>8 折</translation>
        </message>
        <message>
            <source>50% off</source>
            <translation>5 折</translation>
        </message>
        <message>
            <source>choose {count}</source>
            <translation>選 {count} 項</translation>
        </message>
        <message>
            <source>choose {least} to {most}</source>
            <translation>選 {least} 至 {most} 項</translation>
        </message>
        <message>
            <source>if wanted</source>
            <translation>可選</translation>
        </message>
        <message>
            <source>up to {count}</source>
            <translation>最多 {count} 項</translation>
        </message>
        <message>
            <source>{count} pieces, {price} each</source>
            <translation>{count} 件，每件 {price}</translation>
        </message>
        <message>
            <source>from {price}</source>
            <translation>{price} 起</translation>
        </message>
        <message>
            <source>One less</source>
            <translation>減一件</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>加一件</translation>
        </message>
        <message>
            <source>The figure is what the stock says. A piece in your hand can always be sold.</source>
            <translation>數字是庫存數。顧客手裡有貨，隨時都能賣。</translation>
        </message>
        <message>
            <source>Balance of {member}</source>
            <translation>{member} 的儲值</translation>
        </message>
        <message>
            <source>Bonus {amount}</source>
            <translation>送 {amount}</translation>
        </message>
        <message>
            <source>No bonus</source>
            <translation>無贈送</translation>
        </message>
        <message>
            <source>Exactly</source>
            <translation>剛好</translation>
        </message>
        <message>
            <source>Choose an amount</source>
            <translation>選擇金額</translation>
        </message>
        <message>
            <source>Received {amount}</source>
            <translation>已收 {amount}</translation>
        </message>
        <message>
            <source>When paying, the principal is used first, then the bonus.</source>
            <translation>付款時先用本金，再用贈送金。</translation>
        </message>
        <message>
            <source>When paying, the bonus is used first, then the principal.</source>
            <translation>付款時先用贈送金，再用本金。</translation>
        </message>
        <message>
            <source>When paying, principal and bonus are used in proportion.</source>
            <translation>付款時本金與贈送金依比例使用。</translation>
        </message>
        <message>
            <source>The balance is spent in our stores and not paid out.</source>
            <translation>餘額限本店使用，不兌換現金。</translation>
        </message>
        <message>
            <source>Rewards for points</source>
            <translation>點數兌換</translation>
        </message>
        <message>
            <source>Touch a reward; then the member proves who they are.</source>
            <translation>點選禮品後，請會員驗證本人。</translation>
        </message>
        <message>
            <source>can be had now</source>
            <translation>現在可兌換</translation>
        </message>
        <message>
            <source>{points} points are missing</source>
            <translation>還差 {points} 點</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序號</translation>
        </message>
        <message>
            <source>Scan the serial number of this piece, or type it.</source>
            <translation>掃描這一件的序號，或手動輸入。</translation>
        </message>
        <message>
            <source>Sell this piece</source>
            <translation>銷售這一件</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>No staff here yet</source>
            <translation>還沒有員工資料</translation>
        </message>
        <message>
            <source>The list of staff comes from the central API. Check the connection.</source>
            <translation>員工名單來自中心，請檢查網路。</translation>
        </message>
        <message>
            <source>Who is working?</source>
            <translation>誰來收銀？</translation>
        </message>
        <message>
            <source>Touch your name and enter your PIN, or scan your badge.</source>
            <translation>點自己的名字並輸入密碼，或掃員工證。</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>換人</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>淺色／深色</translation>
        </message>
        <message>
            <source>Practise</source>
            <translation>練習模式</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Status of the till</source>
            <translation>收銀機狀態</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Training · nothing is sent</source>
            <translation>練習 · 不上傳</translation>
        </message>
        <message>
            <source>To send {count}</source>
            <translation>待上傳 {count}</translation>
        </message>
        <message>
            <source>No sales now · touch to see why</source>
            <translation>暫停銷售 · 點按查看原因</translation>
        </message>
        <message>
            <source>Online · everything works</source>
            <translation>連線 · 全部功能可用</translation>
        </message>
        <message>
            <source>Online · some things do not work</source>
            <translation>連線 · 部分功能無法使用</translation>
        </message>
        <message>
            <source>Offline · selling goes on</source>
            <translation>離線 · 收款不受影響</translation>
        </message>
        <message>
            <source>Offline {minutes} min · selling goes on</source>
            <translation>離線 {minutes} 分鐘 · 收款不受影響</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>One less</source>
            <translation>減一</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>加一</translation>
        </message>
    </context>
    <context>
        <name>Stock</name>
        <message>
            <source>All as sent</source>
            <translation>全部到齊</translation>
        </message>
        <message>
            <source>Count on</source>
            <translation>繼續盤點</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>放棄此單</translation>
        </message>
        <message>
            <source>Give this document up? Nothing has moved yet.</source>
            <translation>放棄此單嗎？庫存還沒有變動。</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Area (shelf, window, store room)</source>
            <translation>區域（貨架、櫥窗、倉庫）</translation>
        </message>
        <message>
            <source>Number of the delivery note</source>
            <translation>送貨單號</translation>
        </message>
        <message>
            <source>Why does {product} differ?</source>
            <translation>{product} 為什麼有差異？</translation>
        </message>
        <message>
            <source>Which store?</source>
            <translation>調往哪家門市？</translation>
        </message>
        <message>
            <source>So far {count}</source>
            <translation>目前 {count}</translation>
        </message>
        <message>
            <source>Year, month, day as on the pack: 261231</source>
            <translation>依包裝上的年、月、日輸入，例如 261231</translation>
        </message>
        <message>
            <source>kg</source>
            <translation>公斤</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>數量</translation>
        </message>
        <message>
            <source>How much is it?</source>
            <translation>數量多少？</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Delivery note</source>
            <translation>送貨單</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>確定</translation>
        </message>
        <message>
            <source>Other stores</source>
            <translation>其他門市</translation>
        </message>
        <message>
            <source>Nobody's stock until it arrives</source>
            <translation>到貨前不計入任何門市的庫存</translation>
        </message>
        <message>
            <source>What is on the way</source>
            <translation>在途商品</translation>
        </message>
        <message>
            <source>What are you looking for?</source>
            <translation>要查什麼商品？</translation>
        </message>
        <message>
            <source>Scan a product, or search for it: here and in other stores.</source>
            <translation>掃碼或搜尋，查看本店和其他門市的庫存。</translation>
        </message>
        <message>
            <source>Ask other stores</source>
            <translation>查詢其他門市</translation>
        </message>
        <message>
            <source>Order it for a customer</source>
            <translation>為顧客訂貨</translation>
        </message>
        <message>
            <source>Take it in</source>
            <translation>調入收貨</translation>
        </message>
        <message>
            <source>Print the delivery note again</source>
            <translation>再印一張送貨單</translation>
        </message>
        <message>
            <source>Write this batch off</source>
            <translation>報廢這一批</translation>
        </message>
        <message>
            <source>Which of these?</source>
            <translation>是哪一個？</translation>
        </message>
        <message>
            <source>In the document</source>
            <translation>單內商品</translation>
        </message>
        <message>
            <source>Nothing in it yet</source>
            <translation>還沒有商品</translation>
        </message>
        <message>
            <source>Scan the goods, or search for them.</source>
            <translation>掃碼或搜尋商品。</translation>
        </message>
        <message>
            <source>Nothing runs short</source>
            <translation>沒有快缺貨的商品</translation>
        </message>
        <message>
            <source>Of everything there is as much as seven days sold here.</source>
            <translation>所有商品都夠本機七天的銷量。</translation>
        </message>
        <message>
            <source>Nothing expires soon</source>
            <translation>沒有即期商品</translation>
        </message>
        <message>
            <source>Batches stand here whose date was scanned or typed when they came.</source>
            <translation>收貨時掃到或輸入過日期的批次會列在這裡。</translation>
        </message>
        <message>
            <source>Nothing is on the way</source>
            <translation>沒有在途商品</translation>
        </message>
        <message>
            <source>Goods between stores stand here until they arrive.</source>
            <translation>門市之間調撥的商品，到貨前顯示在這裡。</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>沒有找到</translation>
        </message>
        <message>
            <source>Try another word, or scan the code.</source>
            <translation>換個詞，或掃描條碼。</translation>
        </message>
        <message>
            <source>Name or code of the goods</source>
            <translation>商品名稱或條碼</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Running short</source>
            <translation>快缺貨</translation>
        </message>
        <message>
            <source>Expiring soon</source>
            <translation>即期</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>快缺貨</translation>
        </message>
        <message>
            <source>Expiring</source>
            <translation>即期</translation>
        </message>
        <message>
            <source>Receive goods</source>
            <translation>收貨</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>報損</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>盤點</translation>
        </message>
        <message>
            <source>Send to a store</source>
            <translation>調出</translation>
        </message>
        <message>
            <source>Take in a transfer</source>
            <translation>調入</translation>
        </message>
        <message>
            <source>{count} sold here in seven days</source>
            <translation>本機七天售出 {count}</translation>
        </message>
        <message>
            <source>{count} free</source>
            <translation>可用 {count}</translation>
        </message>
        <message>
            <source>{count} left</source>
            <translation>剩 {count}</translation>
        </message>
        <message>
            <source>{date}: about {count} left, worth {amount}</source>
            <translation>{date}：約剩 {count}，價值 {amount}</translation>
        </message>
        <message>
            <source>{date} · past its date</source>
            <translation>{date} · 已過期</translation>
        </message>
        <message>
            <source>{date} · last day</source>
            <translation>{date} · 最後一天</translation>
        </message>
        <message>
            <source>{date} · days left: {count}</source>
            <translation>{date} · 還剩 {count} 天</translation>
        </message>
        <message>
            <source>From {store}</source>
            <translation>來自 {store}</translation>
        </message>
        <message>
            <source>To {store}</source>
            <translation>發往 {store}</translation>
        </message>
        <message>
            <source>sent {when}</source>
            <translation>{when} 發出</translation>
        </message>
        <message>
            <source>Products: {count}</source>
            <translation>{count} 種商品</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation>現有庫存</translation>
        </message>
        <message>
            <source>Kept for orders</source>
            <translation>訂單保留</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>Web may promise</source>
            <translation>網上可訂</translation>
        </message>
        <message>
            <source>Nobody has told how much of it is here.</source>
            <translation>還沒有這件商品的庫存數。</translation>
        </message>
        <message>
            <source>Head office has not told of this store's stock yet.</source>
            <translation>總部還沒有傳來本店庫存。</translation>
        </message>
        <message>
            <source>Head office's figures of {when}, and what this till did since</source>
            <translation>總部資料（{when}），加上本機此後的變動</translation>
        </message>
        <message>
            <source>Asking head office about other stores…</source>
            <translation>正在向總部查詢其他門市…</translation>
        </message>
        <message>
            <source>Other stores are not known without head office.</source>
            <translation>連不上總部，無法得知其他門市的庫存。</translation>
        </message>
        <message>
            <source>Head office does not answer; other stores as of {when}</source>
            <translation>總部沒有回應，其他門市為 {when} 的資料</translation>
        </message>
        <message>
            <source>No other store has it, as of {when}.</source>
            <translation>其他門市都沒有（{when}）。</translation>
        </message>
        <message>
            <source>Other stores as of {when}</source>
            <translation>其他門市（{when}）</translation>
        </message>
        <message>
            <source>Products: {lines} · in all {total}</source>
            <translation>{lines} 種商品 · 共 {total}</translation>
        </message>
        <message>
            <source>Finish the count</source>
            <translation>完成盤點</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>核對差異</translation>
        </message>
        <message>
            <source>Goods received</source>
            <translation>確認收貨</translation>
        </message>
        <message>
            <source>Write it off</source>
            <translation>確認報損</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>確認調出</translation>
        </message>
        <message>
            <source>Goods taken in</source>
            <translation>確認調入</translation>
        </message>
        <message>
            <source>Tap a product marked “why?” and choose a reason. Others need none.</source>
            <translation>點選標有「原因？」的商品並選擇原因，其餘不必。</translation>
        </message>
        <message>
            <source>Scan what lies there: each scan is one. Stock is shown when you compare.</source>
            <translation>逐件掃碼，掃一次算一件。核對時才顯示庫存。</translation>
        </message>
        <message>
            <source>Scan what arrived from {store}; what is missing is noted.</source>
            <translation>掃描從 {store} 到的商品，短少會記下。</translation>
        </message>
        <message>
            <source>Scan the goods: each scan is one more. Tap a line to type a quantity.</source>
            <translation>逐件掃碼，掃一次加一件；點商品行可輸數量。</translation>
        </message>
        <message>
            <source>counted {counted}, stock {level}</source>
            <translation>實點 {counted}，帳面 {level}</translation>
        </message>
        <message>
            <source>{note} · sold while it was counted</source>
            <translation>{note} · 盤點中有售出</translation>
        </message>
        <message>
            <source>{note} · why?</source>
            <translation>{note} · 原因？</translation>
        </message>
        <message>
            <source>{count} were sent</source>
            <translation>發出 {count}</translation>
        </message>
        <message>
            <source>{count} on the delivery note</source>
            <translation>送貨單 {count}</translation>
        </message>
        <message>
            <source>heard {when}</source>
            <translation>{when} 回報</translation>
        </message>
        <message>
            <source>{count} m</source>
            <translation>{count} 公尺</translation>
        </message>
        <message>
            <source>{count} km</source>
            <translation>{count} 公里</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>剛剛</translation>
        </message>
    </context>
    <context>
        <name>Trouble</name>
        <message>
            <source>The till cannot be opened</source>
            <translation>收銀機無法開啟</translation>
        </message>
        <message>
            <source>Code for support: {code}</source>
            <translation>技術支援代碼：{code}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重試</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
    </context>
    <context>
        <name>Unlock</name>
        <message>
            <source>Passphrase of this till</source>
            <translation>本收銀機的通行碼</translation>
        </message>
        <message>
            <source>Open the till</source>
            <translation>開啟收銀機</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
    </context>
    <context>
        <name>figures</name>
        <message>
            <source>Net sales</source>
            <translation>淨銷售額</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>交易筆數</translation>
        </message>
        <message>
            <source>Average receipt</source>
            <translation>客單價</translation>
        </message>
        <message>
            <source>Sold</source>
            <translation>售出金額</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>退貨金額</translation>
        </message>
        <message>
            <source>Return rate</source>
            <translation>退貨率</translation>
        </message>
        <message>
            <source>Returns (number)</source>
            <translation>退貨筆數</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>商品件數</translation>
        </message>
        <message>
            <source>Items a receipt</source>
            <translation>每筆件數</translation>
        </message>
        <message>
            <source>At list price</source>
            <translation>原價金額</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>折扣金額</translation>
        </message>
        <message>
            <source>Uses of discounts</source>
            <translation>折扣次數</translation>
        </message>
        <message>
            <source>Share of discounts</source>
            <translation>折扣占比</translation>
        </message>
        <message>
            <source>Revenue without tax</source>
            <translation>未稅收入</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>稅額</translation>
        </message>
        <message>
            <source>Taxed amount</source>
            <translation>計稅金額</translation>
        </message>
        <message>
            <source>Owed by funders</source>
            <translation>應收補貼</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>尾數進位</translation>
        </message>
        <message>
            <source>Tenders</source>
            <translation>收款金額</translation>
        </message>
        <message>
            <source>Uses of tenders</source>
            <translation>付款次數</translation>
        </message>
        <message>
            <source>Members' receipts</source>
            <translation>會員交易占比</translation>
        </message>
        <message>
            <source>Members' share</source>
            <translation>會員銷售占比</translation>
        </message>
        <message>
            <source>Removed lines</source>
            <translation>刪除品項數</translation>
        </message>
        <message>
            <source>Removed, at list price</source>
            <translation>刪除金額（原價）</translation>
        </message>
        <message>
            <source>Given-up baskets</source>
            <translation>放棄的購物籃</translation>
        </message>
        <message>
            <source>Given up, at list price</source>
            <translation>放棄金額（原價）</translation>
        </message>
        <message>
            <source>Voids after total</source>
            <translation>告知總額後取消</translation>
        </message>
        <message>
            <source>Voided after total, at list price</source>
            <translation>告知總額後取消的原價金額</translation>
        </message>
        <message>
            <source>Price overrides</source>
            <translation>改價次數</translation>
        </message>
        <message>
            <source>Taken off by overrides</source>
            <translation>改價金額</translation>
        </message>
        <message>
            <source>Discounts by hand</source>
            <translation>人工折扣次數</translation>
        </message>
        <message>
            <source>Given by hand</source>
            <translation>人工折扣金額</translation>
        </message>
        <message>
            <source>Small change dropped (number)</source>
            <translation>去零頭次數</translation>
        </message>
        <message>
            <source>Small change dropped</source>
            <translation>去零頭金額</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>授權次數</translation>
        </message>
        <message>
            <source>No-sales</source>
            <translation>非銷售開錢櫃</translation>
        </message>
        <message>
            <source>Drawer openings</source>
            <translation>開錢櫃次數</translation>
        </message>
        <message>
            <source>Openings with a time</source>
            <translation>測得時長的次數</translation>
        </message>
        <message>
            <source>Drawer open for</source>
            <translation>錢櫃開啟時長</translation>
        </message>
        <message>
            <source>Drawer open each time</source>
            <translation>每次開啟時長</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>補印次數</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>無條碼銷售品項</translation>
        </message>
        <message>
            <source>Top-ups (number)</source>
            <translation>加值次數</translation>
        </message>
        <message>
            <source>Top-ups</source>
            <translation>加值金額</translation>
        </message>
        <message>
            <source>Tenders of top-ups</source>
            <translation>加值收款</translation>
        </message>
        <message>
            <source>Bonus of top-ups</source>
            <translation>加值贈送</translation>
        </message>
        <message>
            <source>Deposits charged</source>
            <translation>收取押金</translation>
        </message>
        <message>
            <source>Deposits given back</source>
            <translation>退還押金</translation>
        </message>
        <message>
            <source>Forfeited by vouchers</source>
            <translation>禮券未用餘額</translation>
        </message>
        <message>
            <source>Orders handed over</source>
            <translation>訂單交付</translation>
        </message>
        <message>
            <source>Value handed over</source>
            <translation>交付金額</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>現金存入</translation>
        </message>
        <message>
            <source>Paid out</source>
            <translation>現金支出</translation>
        </message>
        <message>
            <source>Safe drops</source>
            <translation>投入保險箱</translation>
        </message>
        <message>
            <source>Float added</source>
            <translation>追加找零金</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差異</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>短收</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>溢收</translation>
        </message>
        <message>
            <source>Points earned</source>
            <translation>發放點數</translation>
        </message>
        <message>
            <source>Points spent</source>
            <translation>使用點數</translation>
        </message>
        <message>
            <source>New members</source>
            <translation>新會員</translation>
        </message>
        <message>
            <source>Coupons used</source>
            <translation>核銷優惠券</translation>
        </message>
        <message>
            <source>Taken off by coupons</source>
            <translation>優惠券金額</translation>
        </message>
        <message>
            <source>Coupons printed</source>
            <translation>列印優惠券</translation>
        </message>
        <message>
            <source>Order value, all channels</source>
            <translation>全通路成交額</translation>
        </message>
        <message>
            <source>Online to store</source>
            <translation>線上到店轉換率</translation>
        </message>
        <message>
            <source>Share of pickup</source>
            <translation>到店取貨占比</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>取貨率</translation>
        </message>
        <message>
            <source>No-show rate</source>
            <translation>未取率</translation>
        </message>
        <message>
            <source>Orders placed</source>
            <translation>下單數</translation>
        </message>
        <message>
            <source>Value of orders</source>
            <translation>訂單金額</translation>
        </message>
        <message>
            <source>Orders collected</source>
            <translation>已取訂單</translation>
        </message>
        <message>
            <source>No-shows</source>
            <translation>未取訂單</translation>
        </message>
        <message>
            <source>In two channels</source>
            <translation>跨通路會員占比</translation>
        </message>
        <message>
            <source>Repurchase rate</source>
            <translation>回購率</translation>
        </message>
        <message>
            <source>Repurchase of newcomers</source>
            <translation>新客回購率</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>留存率</translation>
        </message>
        <message>
            <source>Stock turnover</source>
            <translation>庫存週轉</translation>
        </message>
        <message>
            <source>Days of stock</source>
            <translation>庫存可售天數</translation>
        </message>
        <message>
            <source>Share of orders</source>
            <translation>線上占比</translation>
        </message>
        <message>
            <source>Store visits (estimate)</source>
            <translation>到店人次（估算）</translation>
        </message>
        <message>
            <source>Out of stock</source>
            <translation>缺貨率</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>損耗</translation>
        </message>
        <message>
            <source>Loss rate</source>
            <translation>損耗率</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>準時率</translation>
        </message>
        <message>
            <source>Orders ready</source>
            <translation>備好訂單</translation>
        </message>
        <message>
            <source>Minutes late</source>
            <translation>平均逾時分鐘</translation>
        </message>
        <message>
            <source>Return on campaigns</source>
            <translation>活動投資報酬</translation>
        </message>
        <message>
            <source>Coupons issued</source>
            <translation>發券數</translation>
        </message>
        <message>
            <source>Coupons claimed</source>
            <translation>領券數</translation>
        </message>
        <message>
            <source>Coupons redeemed</source>
            <translation>核銷數</translation>
        </message>
        <message>
            <source>Redemption rate</source>
            <translation>核銷率</translation>
        </message>
        <message>
            <source>Margin</source>
            <translation>毛利</translation>
        </message>
        <message>
            <source>Margin rate</source>
            <translation>毛利率</translation>
        </message>
        <message>
            <source>Cost is known of</source>
            <translation>成本已知占比</translation>
        </message>
        <message>
            <source>Cash flow</source>
            <translation>現金流</translation>
        </message>
        <message>
            <source>Subsidies</source>
            <translation>補貼</translation>
        </message>
        <message>
            <source>Commission</source>
            <translation>佣金</translation>
        </message>
        <message>
            <source>Delivery fees</source>
            <translation>配送費</translation>
        </message>
        <message>
            <source>Cost of a new customer</source>
            <translation>獲客成本</translation>
        </message>
        <message>
            <source>First purchase</source>
            <translation>首購率</translation>
        </message>
        <message>
            <source>Value of a customer</source>
            <translation>顧客價值</translation>
        </message>
        <message>
            <source>What goods were sold for, after discounts and with tax, less what was given back for returned goods.</source>
            <translation>商品售價（折扣後、含稅）減去退貨退回的金額。</translation>
        </message>
        <message>
            <source>Sales documents with goods sold; a document that only takes goods back is not counted.</source>
            <translation>售出商品的交易筆數；只有退貨的不計。</translation>
        </message>
        <message>
            <source>Net sales divided by receipts; handed-over orders that were paid before are in neither.</source>
            <translation>淨銷售額除以交易筆數；交付已付款的訂單兩邊都不計。</translation>
        </message>
        <message>
            <source>What goods were sold for, after discounts and with tax, before returns.</source>
            <translation>商品售價（折扣後、含稅），未減退貨。</translation>
        </message>
        <message>
            <source>What was given back for returned goods, less what was charged again of their discounts.</source>
            <translation>因退貨退回的金額，減去追回的折扣。</translation>
        </message>
        <message>
            <source>Returns divided by what was sold.</source>
            <translation>退貨金額除以售出金額。</translation>
        </message>
        <message>
            <source>Documents that take goods back.</source>
            <translation>收回商品的交易筆數。</translation>
        </message>
        <message>
            <source>Pieces sold, packs by their pieces; weighed goods by the kilogram. Deposits are none.</source>
            <translation>售出件數，整箱按件計，秤重商品按公斤計；押金不計。</translation>
        </message>
        <message>
            <source>Items divided by receipts.</source>
            <translation>商品件數除以交易筆數。</translation>
        </message>
        <message>
            <source>What the goods would have cost without any discount.</source>
            <translation>不打折時商品的金額。</translation>
        </message>
        <message>
            <source>All that was taken off by campaigns, coupons and by hand, less what ended with returned goods.</source>
            <translation>活動、優惠券和人工減去的全部金額，減去隨退貨終止的部分。</translation>
        </message>
        <message>
            <source>How often a campaign or coupon took something off: once a document.</source>
            <translation>活動或優惠券減價的次數，每筆一次。</translation>
        </message>
        <message>
            <source>Discounts as given, divided by the amount at list price.</source>
            <translation>給出的折扣除以原價金額。</translation>
        </message>
        <message>
            <source>What customers paid for goods, without tax, less returns.</source>
            <translation>顧客為商品所付金額，未稅，減退貨。</translation>
        </message>
        <message>
            <source>The tax in what was sold, less that of returns.</source>
            <translation>售出商品所含稅額，減退貨部分。</translation>
        </message>
        <message>
            <source>The amount without tax on which tax is due, with what third parties pay.</source>
            <translation>應計稅的未稅金額，包括第三方支付的部分。</translation>
        </message>
        <message>
            <source>Discounts that a brand or a platform pays for, less what ended with returns.</source>
            <translation>由品牌或平台承擔的折扣，減去隨退貨終止的部分。</translation>
        </message>
        <message>
            <source>What was added or dropped to reach whole coins.</source>
            <translation>為湊整而加減的金額。</translation>
        </message>
        <message>
            <source>What was settled by tenders, after change; money given back is taken off.</source>
            <translation>各付款方式結清的金額，已扣找零；退回的款項已減去。</translation>
        </message>
        <message>
            <source>Documents by tender; one that is paid in two ways counts twice.</source>
            <translation>按付款方式計的筆數；兩種方式付款計兩次。</translation>
        </message>
        <message>
            <source>Receipts with a member, divided by all receipts.</source>
            <translation>有會員的交易筆數除以全部交易筆數。</translation>
        </message>
        <message>
            <source>What was sold to members, divided by all that was sold.</source>
            <translation>售給會員的金額除以全部售出金額。</translation>
        </message>
        <message>
            <source>Lines taken out before payment, those of given-up baskets too.</source>
            <translation>付款前刪除的品項，包括放棄的購物籃。</translation>
        </message>
        <message>
            <source>The list price of the lines that were taken out before payment.</source>
            <translation>付款前刪除的品項按原價計的金額。</translation>
        </message>
        <message>
            <source>Baskets that were emptied or left, and nothing was paid.</source>
            <translation>清空或離開而未付款的購物籃。</translation>
        </message>
        <message>
            <source>The list price of what was in given-up baskets.</source>
            <translation>放棄的購物籃中商品按原價計的金額。</translation>
        </message>
        <message>
            <source>Baskets that were given up, or lost lines, after the customer was told the total.</source>
            <translation>已告知顧客總額之後被放棄或刪列的購物籃。</translation>
        </message>
        <message>
            <source>The list price of what went out of baskets after the customer was told the total.</source>
            <translation>告知顧客總額之後從購物籃中拿掉的商品原價。</translation>
        </message>
        <message>
            <source>Prices that a cashier set instead of the price list.</source>
            <translation>收銀員自訂價格的次數。</translation>
        </message>
        <message>
            <source>How much lower the cashiers' own prices were.</source>
            <translation>收銀員自訂價格比標價低的金額。</translation>
        </message>
        <message>
            <source>Discounts and prices given by a cashier; dropped change is not counted.</source>
            <translation>收銀員給出的折扣和改價；去零頭不計。</translation>
        </message>
        <message>
            <source>What cashiers took off by hand; dropped change is not counted.</source>
            <translation>收銀員人工減去的金額；去零頭不計。</translation>
        </message>
        <message>
            <source>How often a cashier dropped small change.</source>
            <translation>收銀員去零頭的次數。</translation>
        </message>
        <message>
            <source>What cashiers dropped of small change.</source>
            <translation>收銀員去掉的零錢。</translation>
        </message>
        <message>
            <source>Acts that another person allowed by badge or PIN.</source>
            <translation>由他人憑員工證或密碼允許的操作。</translation>
        </message>
        <message>
            <source>Openings of the cash drawer without a sale.</source>
            <translation>沒有銷售而打開錢櫃的次數。</translation>
        </message>
        <message>
            <source>Openings of the cash drawer: for documents and top-ups with cash, for movements, and without a sale.</source>
            <translation>打開錢櫃的次數：有現金的單據和儲值、錢櫃收支、非銷售開櫃。</translation>
        </message>
        <message>
            <source>Openings of which the printer told when the drawer was shut again.</source>
            <translation>印表機回報了錢櫃何時關上的開櫃次數。</translation>
        </message>
        <message>
            <source>How long the drawer stood open, until its switch said that it was shut. Not known (–) where the printer does not tell.</source>
            <translation>錢櫃打開到開關回報關上為止的總時長。印表機不回報時不得而知（–）。</translation>
        </message>
        <message>
            <source>Time that the drawer stood open, divided by the openings with a time.</source>
            <translation>錢櫃開啟總時長除以測得時長的次數。</translation>
        </message>
        <message>
            <source>Receipts that were printed again.</source>
            <translation>再次列印收據的次數。</translation>
        </message>
        <message>
            <source>Lines sold without a product, with a price keyed in.</source>
            <translation>沒有商品、手動輸入價格的品項數。</translation>
        </message>
        <message>
            <source>How often money was paid into a member balance. Not a sale.</source>
            <translation>加入會員儲值餘額的次數，不計入銷售。</translation>
        </message>
        <message>
            <source>Money paid into member balances. Not a sale.</source>
            <translation>加入會員儲值餘額的金額，不計入銷售。</translation>
        </message>
        <message>
            <source>What top-ups brought in by tender.</source>
            <translation>加值按付款方式收到的金額。</translation>
        </message>
        <message>
            <source>What the shop gave on top.</source>
            <translation>店家贈送的金額。</translation>
        </message>
        <message>
            <source>Deposits for bottles and bags among what was sold.</source>
            <translation>售出金額中的瓶、袋押金。</translation>
        </message>
        <message>
            <source>Deposits for bottles and bags among what was returned.</source>
            <translation>退貨金額中的瓶、袋押金。</translation>
        </message>
        <message>
            <source>What vouchers were worth above what they paid.</source>
            <translation>禮券面值超出付款的部分。</translation>
        </message>
        <message>
            <source>Orders, or parts of them, that left the store. Apart from the sales: they were paid before.</source>
            <translation>離開門市的訂單或部分訂單；已另行付款，不計入銷售。</translation>
        </message>
        <message>
            <source>What the orders that left the store were worth. Apart from the sales.</source>
            <translation>離開門市的訂單金額，不計入銷售。</translation>
        </message>
        <message>
            <source>Cash put into the drawer, with a reason.</source>
            <translation>放入錢櫃的現金，附原因。</translation>
        </message>
        <message>
            <source>Cash taken from the drawer for an expense.</source>
            <translation>從錢櫃支出的現金。</translation>
        </message>
        <message>
            <source>Cash moved from the drawer to the safe.</source>
            <translation>從錢櫃轉入保險箱的現金。</translation>
        </message>
        <message>
            <source>Change money added to the drawer.</source>
            <translation>加入錢櫃的找零金。</translation>
        </message>
        <message>
            <source>Counted less expected, of closed shifts: above zero is over, below zero short.</source>
            <translation>已交班班別的實點減應有：正為溢收，負為短收。</translation>
        </message>
        <message>
            <source>What was missing when closed shifts were counted.</source>
            <translation>交班清點時缺少的金額。</translation>
        </message>
        <message>
            <source>What was there too much when closed shifts were counted.</source>
            <translation>交班清點時多出的金額。</translation>
        </message>
        <message>
            <source>Points that documents gave; those taken back with returns are taken off.</source>
            <translation>交易發放的點數，減去隨退貨收回的。</translation>
        </message>
        <message>
            <source>Points that paid for goods or rewards.</source>
            <translation>用於付款或兌換的點數。</translation>
        </message>
        <message>
            <source>Members who joined at this store.</source>
            <translation>在本店加入的會員。</translation>
        </message>
        <message>
            <source>Coupons that took something off.</source>
            <translation>已核銷的優惠券張數。</translation>
        </message>
        <message>
            <source>What coupons took off.</source>
            <translation>優惠券減去的金額。</translation>
        </message>
        <message>
            <source>Coupons that this till printed.</source>
            <translation>收銀機列印的優惠券張數。</translation>
        </message>
        <message>
            <source>What was sold over the counter and what was ordered, each once, before refunds.</source>
            <translation>櫃檯售出與訂單金額之和，各計一次，未減退款。</translation>
        </message>
        <message>
            <source>Members with an online order or touch who bought or collected in a store within 30 days, divided by those touched.</source>
            <translation>線上下單或互動的會員中，30 天內到店購買或取貨的占比。</translation>
        </message>
        <message>
            <source>Orders placed for pickup, divided by all orders placed.</source>
            <translation>選擇到店取貨的訂單除以全部訂單。</translation>
        </message>
        <message>
            <source>Orders of which something left the store, divided by those that became ready.</source>
            <translation>已取走的訂單除以已備好的訂單。</translation>
        </message>
        <message>
            <source>Orders that nobody came for, divided by those that became ready.</source>
            <translation>無人來取的訂單除以已備好的訂單。</translation>
        </message>
        <message>
            <source>Orders that were placed in this time for this store.</source>
            <translation>此期間下給本店的訂單。</translation>
        </message>
        <message>
            <source>What the placed orders come to, as ordered, before refunds.</source>
            <translation>所下訂單的金額，未減退款。</translation>
        </message>
        <message>
            <source>Placed orders of which something has left the store.</source>
            <translation>已有商品離店的訂單。</translation>
        </message>
        <message>
            <source>Placed orders that nobody came for.</source>
            <translation>無人來取的訂單。</translation>
        </message>
        <message>
            <source>Members with an event in two channels or more, divided by active members.</source>
            <translation>在兩個以上通路有往來的會員除以活躍會員。</translation>
        </message>
        <message>
            <source>Customers with two purchases or more, divided by customers with one or more.</source>
            <translation>購買兩次以上的顧客除以有購買的顧客。</translation>
        </message>
        <message>
            <source>The same of those who joined by a store's code.</source>
            <translation>由門市 QR Code 加入者的回購率。</translation>
        </message>
        <message>
            <source>Of those whose first purchase was in the month, who bought in this time.</source>
            <translation>首購在當月的顧客中，此期間再次購買的占比。</translation>
        </message>
        <message>
            <source>Cost of what tills sold, divided by the stock at cost, the average of the ends of the days.</source>
            <translation>收銀售出商品的成本除以每日結束時庫存成本的平均值。</translation>
        </message>
        <message>
            <source>How many days the average stock at cost lasts at this pace.</source>
            <translation>按此速度，平均庫存（按成本）可賣的天數。</translation>
        </message>
        <message>
            <source>Of the products that somebody bought or ordered in the 28 days before, the part of which nothing was there when the day ended.</source>
            <translation>此前 28 天有人購買或訂購的商品中，每日結束時沒有庫存的比例。</translation>
        </message>
        <message>
            <source>An estimate: what receipts with this campaign alone brought above the average of receipts without any, less what it cost the shop, divided by that cost.</source>
            <translation>估算：只用此活動的收據比不用活動的收據平均多帶來的毛利，減去商家承擔的費用，再除以該費用。</translation>
        </message>
        <message>
            <source>Coupons that were issued in this time, online or on paper.</source>
            <translation>這段時間發出的優惠券，線上或紙本。</translation>
        </message>
        <message>
            <source>Of these coupons, those that a member has or had.</source>
            <translation>其中會員持有或曾持有的。</translation>
        </message>
        <message>
            <source>Of these coupons, those that were used until now.</source>
            <translation>其中至今已使用的。</translation>
        </message>
        <message>
            <source>Of the coupons that were issued in this time, the part that was used until now.</source>
            <translation>這段時間發出的優惠券中，至今已使用的占比。</translation>
        </message>
        <message>
            <source>Discounts that others than the store bear, of receipts and of orders paid online.</source>
            <translation>門市以外各方承擔的折扣，含收據和線上已付訂單。</translation>
        </message>
        <message>
            <source>What channels keep of the orders of this time, less the share of what was given back.</source>
            <translation>通路從這段時間的訂單中收取的佣金，已減去退款部分。</translation>
        </message>
        <message>
            <source>What deliveries cost, as the owner told it.</source>
            <translation>配送費用，由老闆錄入。</translation>
        </message>
        <message>
            <source>Marketing as the owner told it and discounts for first purchases, divided by the members who joined and bought.</source>
            <translation>老闆錄入的行銷費用加首購折扣，除以這段時間加入並購買的會員數。</translation>
        </message>
        <message>
            <source>Value of orders, divided by the order value of all channels.</source>
            <translation>訂單金額除以全通路成交額。</translation>
        </message>
        <message>
            <source>Receipts and handed-over orders together: a stand-in, nobody counts who walks in.</source>
            <translation>交易筆數加訂單交付；近似值，並未統計進店人數。</translation>
        </message>
        <message>
            <source>What was wasted or found missing, at cost.</source>
            <translation>報損和盤虧的成本。</translation>
        </message>
        <message>
            <source>Losses divided by net sales.</source>
            <translation>損耗除以淨銷售額。</translation>
        </message>
        <message>
            <source>Orders ready by their promised time, divided by all that became ready.</source>
            <translation>按承諾時間備好的訂單除以全部備好的訂單。</translation>
        </message>
        <message>
            <source>Orders that became ready for pickup in this time.</source>
            <translation>此期間備好待取的訂單。</translation>
        </message>
        <message>
            <source>Of late orders: how many minutes after the promise they were ready.</source>
            <translation>逾時訂單在承諾時間後多少分鐘備好。</translation>
        </message>
        <message>
            <source>What goods with a known cost brought in without tax, less that cost.</source>
            <translation>已知成本商品的未稅收入減去成本。</translation>
        </message>
        <message>
            <source>Margin divided by what those goods brought in.</source>
            <translation>毛利除以這些商品的收入。</translation>
        </message>
        <message>
            <source>How much of the revenue the margin speaks of.</source>
            <translation>毛利所涵蓋的收入占比。</translation>
        </message>
        <message>
            <source>Cash of sales and top-ups, plus paid in, less paid out.</source>
            <translation>銷售與加值的現金，加存入，減支出。</translation>
        </message>
        <message>
            <source>Those who registered and bought, divided by all who registered.</source>
            <translation>註冊並購買的人除以全部註冊的人。</translation>
        </message>
        <message>
            <source>Revenue of known customers, divided by their number.</source>
            <translation>已知顧客的收入除以人數。</translation>
        </message>
        <message>
            <source>Known at head office.</source>
            <translation>資料在總部。</translation>
        </message>
        <message>
            <source>Members were not counted.</source>
            <translation>沒有統計會員。</translation>
        </message>
        <message>
            <source>Nobody tells head office what it is made of.</source>
            <translation>總部沒有收到組成它的資料。</translation>
        </message>
        <message>
            <source>Known of a store's whole days only.</source>
            <translation>只能按門市整日統計。</translation>
        </message>
        <message>
            <source>Orders belong to the store, not to a person.</source>
            <translation>訂單屬於門市，不屬於個人。</translation>
        </message>
        <message>
            <source>No stock was written down for these days yet: head office does so when a day has ended.</source>
            <translation>這些天還沒有庫存記錄：總部在每日結束時記錄。</translation>
        </message>
        <message>
            <source>No product on hand has a cost.</source>
            <translation>庫存商品都沒有成本。</translation>
        </message>
        <message>
            <source>Nothing was sold whose cost is known.</source>
            <translation>沒有售出已知成本的商品。</translation>
        </message>
        <message>
            <source>Nobody wanted anything whose stock is known.</source>
            <translation>沒有人需要有庫存記錄的商品。</translation>
        </message>
        <message>
            <source>Too few receipts to compare: it takes 30 with one campaign alone and 30 without any.</source>
            <translation>可比的收據太少：需要只用一個活動的 30 張和不用活動的 30 張。</translation>
        </message>
        <message>
            <source>The campaigns cost the shop nothing.</source>
            <translation>這些活動沒有花商家的錢。</translation>
        </message>
        <message>
            <source>There were orders paid online; head office settles them.</source>
            <translation>有線上已付的訂單，由總部結算。</translation>
        </message>
        <message>
            <source>Nobody told what deliveries cost on all of these days.</source>
            <translation>沒有錄入這些天全部的配送費用。</translation>
        </message>
        <message>
            <source>Nobody told what marketing cost on all of these days.</source>
            <translation>沒有錄入這些天全部的行銷費用。</translation>
        </message>
        <message>
            <source>Coupons belong to the chain, not to a store: look at all stores.</source>
            <translation>優惠券屬於整個連鎖，不屬於單一門市：請查看所有門市。</translation>
        </message>
        <message>
            <source>Nobody new bought in this time.</source>
            <translation>這段時間沒有新會員購買。</translation>
        </message>
    </context>
    <context>
        <name>texts</name>
        <message>
            <source>Something went wrong. Nothing was lost. Code: {0}</source>
            <translation>發生錯誤，資料沒有遺失。代碼：{0}</translation>
        </message>
        <message>
            <source>The till is closing. This was not done.</source>
            <translation>收銀機正在關閉，此操作未執行。</translation>
        </message>
        <message>
            <source>You do not have the right for this. Ask a manager.</source>
            <translation>您沒有此操作的權限，請找店長。</translation>
        </message>
        <message>
            <source>This is above your limit ({1}). Ask a manager.</source>
            <translation>超出您的限額（{1}），請找店長。</translation>
        </message>
        <message>
            <source>This person is not on the staff list.</source>
            <translation>員工名單中沒有此人。</translation>
        </message>
        <message>
            <source>Nobody is signed in. Sign in first.</source>
            <translation>尚未登入，請先登入。</translation>
        </message>
        <message>
            <source>Wrong PIN. Tries left before a wait: {0}.</source>
            <translation>密碼錯誤，還可嘗試 {0} 次。</translation>
        </message>
        <message>
            <source>Too many wrong PINs. Wait {0} min, or scan the badge.</source>
            <translation>密碼錯誤次數過多，請等待 {0} 分鐘，或掃描員工證。</translation>
        </message>
        <message>
            <source>This badge is not known here. Sign in by PIN.</source>
            <translation>無法識別此員工證，請用密碼登入。</translation>
        </message>
        <message>
            <source>No shift is open. Open a shift first.</source>
            <translation>尚未開班，請先開班。</translation>
        </message>
        <message>
            <source>Shift {0} is open already.</source>
            <translation>班別 {0} 已經開班。</translation>
        </message>
        <message>
            <source>The float must be an amount of 0 or more.</source>
            <translation>找零金必須為 0 或以上的金額。</translation>
        </message>
        <message>
            <source>A count is missing. Count every tender.</source>
            <translation>還有未清點的付款方式，請逐項清點。</translation>
        </message>
        <message>
            <source>The basket is not empty. Finish or empty it first.</source>
            <translation>購物籃尚有商品，請先結帳或清空。</translation>
        </message>
        <message>
            <source>This shift is not on this till.</source>
            <translation>本收銀機沒有此班別。</translation>
        </message>
        <message>
            <source>Nothing in the basket. Scan the goods first.</source>
            <translation>購物籃是空的，請先掃描商品。</translation>
        </message>
        <message>
            <source>This sale is paid already. Start the next one.</source>
            <translation>本單已收款，請開始下一單。</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>禮券</translation>
        </message>
        <message>
            <source>Card or payment code</source>
            <translation>刷卡或付款碼</translation>
        </message>
        <message>
            <source>This is a payment code, not a voucher. Close this, then scan it again.</source>
            <translation>這是付款碼，不是禮券。請關閉此面板後再掃描。</translation>
        </message>
        <message>
            <source>No payment provider is connected. Take the money on the shop's own device.</source>
            <translation>未連接支付機構。請用本店設備收款。</translation>
        </message>
        <message>
            <source>The provider is asked again…</source>
            <translation>正在再次查詢支付機構…</translation>
        </message>
        <message>
            <source>The payment is called back…</source>
            <translation>正在取消收款…</translation>
        </message>
        <message>
            <source>The money is given back…</source>
            <translation>正在退款…</translation>
        </message>
        <message>
            <source>The money is back with the customer.</source>
            <translation>款項已退回顧客。</translation>
        </message>
        <message>
            <source>Touch it once more to give {0} back to the customer.</source>
            <translation>再點一次，將 {0} 退還顧客。</translation>
        </message>
        <message>
            <source>Count {0} as paid: the customer's phone shows it.</source>
            <translation>將 {0} 記為已付款：顧客手機顯示已付款。</translation>
        </message>
        <message>
            <source>Count {0} as not paid.</source>
            <translation>將 {0} 記為未付款。</translation>
        </message>
        <message>
            <source>Count {0} as given back otherwise: the provider refuses it.</source>
            <translation>將 {0} 視為已用其他方式退還：支付機構拒絕退款。</translation>
        </message>
        <message>
            <source>The payment provider does not answer. Take cash, or the shop's own device.</source>
            <translation>支付機構沒有回應。請收現金，或使用門市自己的設備。</translation>
        </message>
        <message>
            <source>A payment waits for somebody to look at it.</source>
            <translation>有付款等待人員查看。</translation>
        </message>
        <message>
            <source>The provider does not answer. Somebody with the right decides; the journal keeps it.</source>
            <translation>支付機構沒有回覆。由有權限的人員決定，並記入流水帳。</translation>
        </message>
        <message>
            <source>There is nothing to charge. Look at the total again.</source>
            <translation>沒有可收的金額。請再看一下應收。</translation>
        </message>
        <message>
            <source>A payment of this sale is not known yet. Ask again, or set it aside first.</source>
            <translation>本筆交易有一筆付款結果未知。請再次查詢，或先擱置。</translation>
        </message>
        <message>
            <source>No provider approved this payment for this sale. Ask for the money again.</source>
            <translation>沒有支付機構為本筆交易核准這筆付款。請重新收款。</translation>
        </message>
        <message>
            <source>The customer's money is here already. Finish with it, or give it back first.</source>
            <translation>顧客的款項已入帳。請用它完成，或先退還。</translation>
        </message>
        <message>
            <source>The customer's money is here for this basket. Give it back on the payment screen first.</source>
            <translation>此購物籃已有顧客付款。請先在收款畫面退還。</translation>
        </message>
        <message>
            <source>This money pays for a sale, or is not here. Take the goods back instead.</source>
            <translation>這筆錢已用於交易，或未入帳。請改辦退貨。</translation>
        </message>
        <message>
            <source>The provider has answered meanwhile. Look at the payment again.</source>
            <translation>支付機構已有回覆。請再看一下這筆付款。</translation>
        </message>
        <message>
            <source>This payment is not on this till. Look on the till that took it.</source>
            <translation>本收銀機沒有這筆付款。請到收款的收銀機上查看。</translation>
        </message>
        <message>
            <source>The payment provider cannot be reached. Nothing was charged; take the money otherwise.</source>
            <translation>無法連線支付機構。未扣款；請用其他方式收款。</translation>
        </message>
        <message>
            <source>The payment provider does not answer. It is asked again by itself.</source>
            <translation>支付機構沒有回覆。系統會自動再次查詢。</translation>
        </message>
        <message>
            <source>The provider's answer cannot be read. It is asked again by itself.</source>
            <translation>支付機構的回覆無法讀取。系統會自動再次查詢。</translation>
        </message>
        <message>
            <source>Another provider was asked for this payment. Look at its list, then decide by hand.</source>
            <translation>這筆付款是向另一家支付機構發起的。請查看該機構的紀錄，再手動判定。</translation>
        </message>
        <message>
            <source>The store's settings have changed. They count when the till is started again.</source>
            <translation>門市設定已變更，收銀機重新啟動後生效。</translation>
        </message>
        <message>
            <source>The provider refused the order. Nothing was charged; try again.</source>
            <translation>支付機構拒絕了請求。未扣款；請重試。</translation>
        </message>
        <message>
            <source>Declined. Nothing was charged; ask for another way to pay.</source>
            <translation>付款被拒。未扣款；請顧客換一種方式付款。</translation>
        </message>
        <message>
            <source>Declined: not enough money there. Nothing was charged; ask for another way to pay.</source>
            <translation>付款被拒：餘額不足。未扣款；請顧客換一種方式付款。</translation>
        </message>
        <message>
            <source>This payment code was used already. Ask the customer for a fresh one.</source>
            <translation>此付款碼已用過。請顧客更新付款碼。</translation>
        </message>
        <message>
            <source>The payment code is too old by now. Scan a fresh one.</source>
            <translation>付款碼已過期。請重新掃描。</translation>
        </message>
        <message>
            <source>The customer said no on the phone. Nothing was charged.</source>
            <translation>顧客在手機上拒絕了。未扣款。</translation>
        </message>
        <message>
            <source>The payment was called back. Nothing was charged.</source>
            <translation>付款已取消。未扣款。</translation>
        </message>
        <message>
            <source>The order never reached the provider. Nothing was charged; try again.</source>
            <translation>請求未送達支付機構。未扣款；請重試。</translation>
        </message>
        <message>
            <source>The provider does not give this money back. Call the provider.</source>
            <translation>支付機構不退還這筆款。請聯絡支付機構。</translation>
        </message>
        <message>
            <source>The payment provider's address {0} is none. Cards are not taken; call support.</source>
            <translation>支付機構位址 {0} 無效。暫不收卡；請聯絡支援。</translation>
        </message>
        <message>
            <source>The payment provider's address {0} is not safe. Use the https address.</source>
            <translation>支付機構位址 {0} 不安全。請使用 https 位址。</translation>
        </message>
        <message>
            <source>The payment does not reach the total yet. Type more, or touch Cash to take this much of it.</source>
            <translation>付款金額不足。請繼續輸入，或點「現金」先收這部分。</translation>
        </message>
        <message>
            <source>This amount is not valid. Type it again.</source>
            <translation>金額無效，請重新輸入。</translation>
        </message>
        <message>
            <source>The store's rounding of cash is not known. Update the till.</source>
            <translation>門市的現金進位方式無法辨識。請更新收銀機。</translation>
        </message>
        <message>
            <source>The store's tenders contradict each other. Call support.</source>
            <translation>門市的付款方式設定互相矛盾。請聯絡支援。</translation>
        </message>
        <message>
            <source>The last digits are not valid. Type 4 digits, or none.</source>
            <translation>末碼無效。請輸入 4 位數字，或不輸入。</translation>
        </message>
        <message>
            <source>This store does not take this. Choose another tender.</source>
            <translation>本店不收此種付款。請選擇其他付款方式。</translation>
        </message>
        <message>
            <source>At most {1} of one sale can be paid in this way. Take the rest otherwise.</source>
            <translation>每筆交易最多 {1} 可用此方式付款。其餘請用其他方式收款。</translation>
        </message>
        <message>
            <source>There are no coins below {0} here. Type it again.</source>
            <translation>本店沒有小於 {0} 的硬幣。請重新輸入。</translation>
        </message>
        <message>
            <source>A voucher needs its number: 4 to 40 letters and digits. Scan it, or type it.</source>
            <translation>禮券需要號碼：4 至 40 個字母和數字。請掃描或輸入。</translation>
        </message>
        <message>
            <source>Voucher {0} is in this sale already. Take another one.</source>
            <translation>禮券 {0} 已在本筆交易中。請換一張。</translation>
        </message>
        <message>
            <source>This is more than there is to pay. Only cash gives change.</source>
            <translation>金額大於應收；只有現金可以找零。</translation>
        </message>
        <message>
            <source>This line is no longer in the basket.</source>
            <translation>此項已不在購物籃中。</translation>
        </message>
        <message>
            <source>This quantity is not possible.</source>
            <translation>數量不可能這麼大。</translation>
        </message>
        <message>
            <source>The basket is full. Finish this sale first.</source>
            <translation>購物籃已滿，請先結帳。</translation>
        </message>
        <message>
            <source>The price label fixes this quantity. Remove the line instead.</source>
            <translation>數量由價格標籤決定，如需更改請刪除此項。</translation>
        </message>
        <message>
            <source>The item needs a name or a department.</source>
            <translation>請填寫商品名稱或部門。</translation>
        </message>
        <message>
            <source>The item needs a price above 0.</source>
            <translation>請填寫大於 0 的價格。</translation>
        </message>
        <message>
            <source>The phone number is not complete.</source>
            <translation>手機號碼不完整。</translation>
        </message>
        <message>
            <source>No member has this number.</source>
            <translation>沒有使用此號碼的會員。</translation>
        </message>
        <message>
            <source>This member code is not genuine.</source>
            <translation>會員碼無效（驗證失敗）。</translation>
        </message>
        <message>
            <source>This member code has expired. Ask for a fresh one.</source>
            <translation>會員碼已過期，請顧客重新整理。</translation>
        </message>
        <message>
            <source>This member code is not valid yet. Check the clock of the phone.</source>
            <translation>會員碼尚未生效，請檢查手機時間。</translation>
        </message>
        <message>
            <source>This member code was used here already. Ask for a fresh one.</source>
            <translation>會員碼已使用過，請顧客重新整理。</translation>
        </message>
        <message>
            <source>This member code was issued with a key that is not known here yet.</source>
            <translation>會員碼的簽發金鑰尚未同步到本機。</translation>
        </message>
        <message>
            <source>Codes cannot be checked yet: the keys have not arrived.</source>
            <translation>金鑰尚未下載，暫時無法驗碼。</translation>
        </message>
        <message>
            <source>This member code belongs to another shop.</source>
            <translation>這是其他商家的會員碼。</translation>
        </message>
        <message>
            <source>This member card was blocked.</source>
            <translation>會員卡已停用。</translation>
        </message>
        <message>
            <source>This coupon is in the basket already.</source>
            <translation>本單已使用此優惠券。</translation>
        </message>
        <message>
            <source>This coupon is not genuine.</source>
            <translation>優惠券無效（驗證失敗）。</translation>
        </message>
        <message>
            <source>This coupon has expired.</source>
            <translation>優惠券已過期。</translation>
        </message>
        <message>
            <source>This coupon is not valid yet.</source>
            <translation>優惠券尚未生效。</translation>
        </message>
        <message>
            <source>This coupon was used already.</source>
            <translation>優惠券已使用。</translation>
        </message>
        <message>
            <source>This coupon was issued with a key that is not known here yet.</source>
            <translation>優惠券的簽發金鑰尚未同步到本機。</translation>
        </message>
        <message>
            <source>Coupons cannot be checked yet: the keys have not arrived.</source>
            <translation>金鑰尚未下載，暫時無法驗券。</translation>
        </message>
        <message>
            <source>This coupon belongs to another shop.</source>
            <translation>這是其他商家的優惠券。</translation>
        </message>
        <message>
            <source>This pickup code is not genuine.</source>
            <translation>取貨碼無效（驗證失敗）。</translation>
        </message>
        <message>
            <source>This pickup code has expired.</source>
            <translation>取貨碼已過期。</translation>
        </message>
        <message>
            <source>This pickup code was issued with a key that is not known here yet.</source>
            <translation>取貨碼的簽發金鑰尚未同步到本機。</translation>
        </message>
        <message>
            <source>Pickup codes cannot be checked yet: the keys have not arrived.</source>
            <translation>金鑰尚未下載，暫時無法驗取貨碼。</translation>
        </message>
        <message>
            <source>This pickup code belongs to another shop.</source>
            <translation>這是其他商家的取貨碼。</translation>
        </message>
        <message>
            <source>This order waits in another store ({0}).</source>
            <translation>此訂單在其他門市（{0}）取貨。</translation>
        </message>
        <message>
            <source>No order matches. Ask for the code or the phone number.</source>
            <translation>沒有符合的訂單，請核對取貨碼或手機號碼。</translation>
        </message>
        <message>
            <source>This order is not known here yet.</source>
            <translation>本機還沒有此訂單。</translation>
        </message>
        <message>
            <source>This step is not possible now. Look at the order again.</source>
            <translation>訂單目前狀態不能執行此操作，請重新查看。</translation>
        </message>
        <message>
            <source>Say on which shelf the bags stand.</source>
            <translation>請填寫貨架號。</translation>
        </message>
        <message>
            <source>This order is not ready yet.</source>
            <translation>訂單尚未備妥。</translation>
        </message>
        <message>
            <source>This order was cancelled.</source>
            <translation>訂單已取消。</translation>
        </message>
        <message>
            <source>This order has ended. Do not hand it over.</source>
            <translation>此訂單已結束，請勿交付。</translation>
        </message>
        <message>
            <source>Say how many bags there are: 1 to 99.</source>
            <translation>請輸入袋數：1 至 99。</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>請說明原因。</translation>
        </message>
        <message>
            <source>This order was handed over already, by {1}. Do not hand it over again.</source>
            <translation>訂單已由 {1} 交付，請勿重複交付。</translation>
        </message>
        <message>
            <source>Check that the customer is at least {0} years old.</source>
            <translation>請核驗顧客已滿 {0} 歲。</translation>
        </message>
        <message>
            <source>This is not in the order.</source>
            <translation>訂單中沒有此商品。</translation>
        </message>
        <message>
            <source>No product has this code.</source>
            <translation>沒有此條碼的商品。</translation>
        </message>
        <message>
            <source>This substitute is in the order already.</source>
            <translation>此替代商品已在訂單中。</translation>
        </message>
        <message>
            <source>Somebody else picks this. Take it over first.</source>
            <translation>此商品正由他人揀貨，請先接手。</translation>
        </message>
        <message>
            <source>You pick all of it already.</source>
            <translation>此訂單已全部由您揀貨。</translation>
        </message>
        <message>
            <source>That is more than is open in this order.</source>
            <translation>超過此訂單未完成的數量。</translation>
        </message>
        <message>
            <source>Choose at least one piece.</source>
            <translation>請至少選擇一件。</translation>
        </message>
        <message>
            <source>Nothing of this order is picked yet.</source>
            <translation>此訂單尚未揀到任何商品。</translation>
        </message>
        <message>
            <source>The customer wants no substitute for this.</source>
            <translation>顧客不接受此商品的替代品。</translation>
        </message>
        <message>
            <source>Ask the customer first, then say that they want it.</source>
            <translation>請先詢問顧客，再確認其同意。</translation>
        </message>
        <message>
            <source>This costs more than the customer allows.</source>
            <translation>價格超過顧客允許的上限。</translation>
        </message>
        <message>
            <source>{0} are still to be paid. Take the payment first.</source>
            <translation>尚需付款 {0}，請先收款。</translation>
        </message>
        <message>
            <source>This order was paid at the till. Hand it over, then take goods back by receipt {0}.</source>
            <translation>此取貨單已在收銀台付款。請先交付，再憑收據 {0} 退貨。</translation>
        </message>
        <message>
            <source>Nothing of this order is to be paid. Hand it over.</source>
            <translation>此取貨單無需付款，請交付。</translation>
        </message>
        <message>
            <source>This order lies in the basket already. Take its payment.</source>
            <translation>此取貨單已在購物籃中，請收款。</translation>
        </message>
        <message>
            <source>{0} is not in this till's catalog yet. Wait for the next update.</source>
            <translation>本機商品資料中還沒有{0}，請等候更新。</translation>
        </message>
        <message>
            <source>A courier has had this order since {0}. Do not hand it over again.</source>
            <translation>外送員已於 {0} 取走此單，請勿重複交付。</translation>
        </message>
        <message>
            <source>A courier ({1}) has had this order since {0}. Do not hand it over again.</source>
            <translation>外送員（{1}）已於 {0} 取走此單，請勿重複交付。</translation>
        </message>
        <message>
            <source>No order here has this code of {0}. It may not have arrived yet, or be for another store.</source>
            <translation>本店沒有這個{0}取貨碼的訂單：可能尚未傳到，或屬於其他門市。</translation>
        </message>
        <message>
            <source>This is not the number of this order. Ask the courier again.</source>
            <translation>單號與此單不符，請再詢問外送員。</translation>
        </message>
        <message>
            <source>Ask the courier for a name or the number plate.</source>
            <translation>請詢問外送員的姓名或車牌。</translation>
        </message>
        <message>
            <source>What was ordered stands. Change the order, or take it out as a whole.</source>
            <translation>訂單內容不能在此修改。請修改訂單，或整單移出。</translation>
        </message>
        <message>
            <source>Order {0} has changed. Take it out of the basket and take its payment anew.</source>
            <translation>取貨單 {0} 已變更。請移出購物籃後重新收款。</translation>
        </message>
        <message>
            <source>An order is paid as a whole: take all its lines.</source>
            <translation>取貨單須整單付款，請選擇全部商品。</translation>
        </message>
        <message>
            <source>{0} is rejected. The customer is told and gets all back.</source>
            <translation>{0} 已拒單，已通知顧客並全額退款。</translation>
        </message>
        <message>
            <source>{0} is rejected. The customer is told.</source>
            <translation>{0} 已拒單，並通知顧客。</translation>
        </message>
        <message>
            <source>{0} is accepted.</source>
            <translation>{0} 已接單。</translation>
        </message>
        <message>
            <source>The goods of {0} are back, and refunded.</source>
            <translation>{0} 的商品已退回並退款。</translation>
        </message>
        <message>
            <source>This order is not packed yet: it has no bags.</source>
            <translation>此訂單尚未裝袋，沒有袋子。</translation>
        </message>
        <message>
            <source>No order waits to be picked.</source>
            <translation>沒有待揀的訂單。</translation>
        </message>
        <message>
            <source>The walk is over: everything is packed.</source>
            <translation>本趟結束：全部已裝袋。</translation>
        </message>
        <message>
            <source>Nobody ordered this, or it is laid aside already.</source>
            <translation>沒有訂單需要此商品，或已揀齊。</translation>
        </message>
        <message>
            <source>No bin is complete yet.</source>
            <translation>還沒有揀齊的籃。</translation>
        </message>
        <message>
            <source>The card is being printed. Its scan begins the walk.</source>
            <translation>正在列印條碼卡，掃描即開始。</translation>
        </message>
        <message>
            <source>The labels are being printed.</source>
            <translation>正在列印袋標籤。</translation>
        </message>
        <message>
            <source>This bag belongs to {0}, not to this order.</source>
            <translation>此袋屬於 {0}，不是本單。</translation>
        </message>
        <message>
            <source>Ask the customer first, then say that they collect it there.</source>
            <translation>請先詢問顧客，再確認其到該店取貨。</translation>
        </message>
        <message>
            <source>Only what is collected can go to another store.</source>
            <translation>只有到店取貨的訂單能轉到其他分店。</translation>
        </message>
        <message>
            <source>All of {0} goes to another store.</source>
            <translation>{0} 已全部轉到其他分店。</translation>
        </message>
        <message>
            <source>New orders are promised later now.</source>
            <translation>新訂單的約定時間已延後。</translation>
        </message>
        <message>
            <source>New orders are promised as always again.</source>
            <translation>新訂單已恢復正常約定時間。</translation>
        </message>
        <message>
            <source>Nothing of {0} is left; it is refunded.</source>
            <translation>{0} 已無可取商品，款項已退。</translation>
        </message>
        <message>
            <source>The goods of {0} are on sale again.</source>
            <translation>{0} 的商品已重新上架。</translation>
        </message>
        <message>
            <source>The goods of {0} are written off.</source>
            <translation>{0} 的商品已報損。</translation>
        </message>
        <message>
            <source>The customer wants no substitute.</source>
            <translation>顧客不要替代品。</translation>
        </message>
        <message>
            <source>The customer takes a substitute for the same price or less.</source>
            <translation>顧客接受同價或更便宜的替代品。</translation>
        </message>
        <message>
            <source>The customer takes a substitute that costs up to 30 % more, and pays no more.</source>
            <translation>顧客接受貴至多 30% 的替代品，不加價。</translation>
        </message>
        <message>
            <source>Ask the customer before you take a substitute.</source>
            <translation>換替代品前請先詢問顧客。</translation>
        </message>
        <message>
            <source>The goods are not there</source>
            <translation>商品缺貨</translation>
        </message>
        <message>
            <source>Too many orders</source>
            <translation>訂單太多</translation>
        </message>
        <message>
            <source>The store closes</source>
            <translation>門市即將打烊</translation>
        </message>
        <message>
            <source>Another reason</source>
            <translation>其他原因</translation>
        </message>
        <message>
            <source>Not collected</source>
            <translation>逾期未取</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>已退貨</translation>
        </message>
        <message>
            <source>This hand-over is not known here.</source>
            <translation>本機沒有此交付紀錄。</translation>
        </message>
        <message>
            <source>It is too late to undo. Ask a manager.</source>
            <translation>已超過復原時限，請找店長。</translation>
        </message>
        <message>
            <source>Only the person who handed it over can undo it.</source>
            <translation>只有交付人本人可以復原。</translation>
        </message>
        <message>
            <source>No receipt with this number is on this till.</source>
            <translation>本機沒有此收據號碼。</translation>
        </message>
        <message>
            <source>This till does not belong to a store yet. Enrol it first.</source>
            <translation>本收銀機尚未加入門市，請先註冊。</translation>
        </message>
        <message>
            <source>This till belongs to a store already.</source>
            <translation>本收銀機已加入門市。</translation>
        </message>
        <message>
            <source>Connected to head office.</source>
            <translation>已連線總部。</translation>
        </message>
        <message>
            <source>Head office cannot be reached. Selling goes on; it will be sent later.</source>
            <translation>無法連線總部，可繼續收銀，稍後自動上傳。</translation>
        </message>
        <message>
            <source>Head office no longer knows this till. Enrol it again.</source>
            <translation>總部已不認識本收銀機，請重新註冊。</translation>
        </message>
        <message>
            <source>Head office refused an entry. A manager has to look at it.</source>
            <translation>總部拒收了一筆紀錄，請店長處理。</translation>
        </message>
        <message>
            <source>This till's journal differs from what head office has. No sales, so that no number comes twice: enrol this till again.</source>
            <translation>本機流水帳與總部不一致。暫停銷售，以免單號重複：請重新註冊這台收銀機。</translation>
        </message>
        <message>
            <source>The address of head office is not safe (no https).</source>
            <translation>總部網址不安全（不是 https）。</translation>
        </message>
        <message>
            <source>Head office answered something that cannot be read.</source>
            <translation>總部傳回的內容無法識別。</translation>
        </message>
        <message>
            <source>The new catalog arrived damaged. The old one stays in use.</source>
            <translation>新商品目錄損毀，繼續使用舊目錄。</translation>
        </message>
        <message>
            <source>The new catalog is not signed by head office. The old one stays in use.</source>
            <translation>新商品目錄簽章無效，繼續使用舊目錄。</translation>
        </message>
        <message>
            <source>The catalog cannot be read. It is loaded again.</source>
            <translation>商品目錄無法讀取，正在重新下載。</translation>
        </message>
        <message>
            <source>The till's files are in use by another program.</source>
            <translation>資料檔正被其他程式占用。</translation>
        </message>
        <message>
            <source>The disk is full. Free some room; nothing was lost.</source>
            <translation>磁碟已滿，請清出空間；資料沒有遺失。</translation>
        </message>
        <message>
            <source>The till's file is damaged. Call support before going on.</source>
            <translation>資料檔已損毀，請先聯絡支援。</translation>
        </message>
        <message>
            <source>The till's file could not be written. Nothing of this was saved.</source>
            <translation>資料寫入失敗，此操作沒有儲存。</translation>
        </message>
        <message>
            <source>The key does not fit the till's file.</source>
            <translation>金鑰與資料檔不符。</translation>
        </message>
        <message>
            <source>This disk does not keep what is written. Use another one.</source>
            <translation>此磁碟無法可靠儲存資料，請更換。</translation>
        </message>
        <message>
            <source>The till's key cannot be read.</source>
            <translation>無法讀取本機金鑰。</translation>
        </message>
        <message>
            <source>Other users of this computer can read the till's key.</source>
            <translation>本機金鑰檔權限過寬。</translation>
        </message>
        <message>
            <source>The printer does not answer. The sale is saved; print again later.</source>
            <translation>印表機沒有回應。本單已儲存，可稍後補印。</translation>
        </message>
        <message>
            <source>The printer is out of paper. The sale is saved; print again later.</source>
            <translation>印表機缺紙。本單已儲存，換紙後補印。</translation>
        </message>
        <message>
            <source>The printer is not there. Check the cable.</source>
            <translation>找不到印表機，請檢查連接線。</translation>
        </message>
        <message>
            <source>This text cannot be drawn as a code.</source>
            <translation>這段文字無法畫成 QR Code。</translation>
        </message>
        <message>
            <source>The address of the printer is not valid.</source>
            <translation>印表機位址無效。</translation>
        </message>
        <message>
            <source>A Chinese font is missing on this computer.</source>
            <translation>此電腦缺少中文字型。</translation>
        </message>
        <message>
            <source>Selling</source>
            <translation>收銀</translation>
        </message>
        <message>
            <source>Offers</source>
            <translation>促銷活動</translation>
        </message>
        <message>
            <source>Member codes</source>
            <translation>會員碼</translation>
        </message>
        <message>
            <source>Members by phone</source>
            <translation>手機查會員</translation>
        </message>
        <message>
            <source>Coupons</source>
            <translation>優惠券</translation>
        </message>
        <message>
            <source>Handing over orders</source>
            <translation>訂單交付</translation>
        </message>
        <message>
            <source>New orders</source>
            <translation>新訂單</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>列印</translation>
        </message>
        <message>
            <source>Cards and payment codes</source>
            <translation>刷卡與付款碼</translation>
        </message>
        <message>
            <source>Closing shifts</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>Sending to head office</source>
            <translation>上傳總部</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Limited</source>
            <translation>受限</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation>無法使用</translation>
        </message>
        <message>
            <source>Products and prices</source>
            <translation>商品與價格</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>庫存</translation>
        </message>
        <message>
            <source>Keys for codes</source>
            <translation>驗碼金鑰</translation>
        </message>
        <message>
            <source>Journal on the second disk</source>
            <translation>流水帳副本（第二磁碟）</translation>
        </message>
        <message>
            <source>Backup on the second disk</source>
            <translation>備份（第二磁碟）</translation>
        </message>
        <message>
            <source>The till's file, checked</source>
            <translation>收銀機檔案檢查</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>訂單</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>會員</translation>
        </message>
        <message>
            <source>Staff list</source>
            <translation>員工名單</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>現金</translation>
        </message>
        <message>
            <source>Payment confirmed by hand</source>
            <translation>人工確認收款</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新訂單</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>已接單</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>已拒單</translation>
        </message>
        <message>
            <source>Picking</source>
            <translation>揀貨中</translation>
        </message>
        <message>
            <source>Something missing</source>
            <translation>缺貨</translation>
        </message>
        <message>
            <source>Picked</source>
            <translation>已揀貨</translation>
        </message>
        <message>
            <source>Packed</source>
            <translation>已包裝</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>待取</translation>
        </message>
        <message>
            <source>Partly handed over</source>
            <translation>部分取貨</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>已交付</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>收銀員</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>店員</translation>
        </message>
        <message>
            <source>Picker</source>
            <translation>揀貨員</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>店長</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>店主</translation>
        </message>
        <message>
            <source>{0} is not in the catalog.</source>
            <translation>商品目錄中沒有 {0}。</translation>
        </message>
        <message>
            <source>Receipt {0}.</source>
            <translation>收據 {0}。</translation>
        </message>
        <message>
            <source>A payment code. Scan the goods first.</source>
            <translation>這是付款碼，請先掃描商品。</translation>
        </message>
        <message>
            <source>This code has no use on this screen.</source>
            <translation>這個條碼在這裡用不到。</translation>
        </message>
        <message>
            <source>Not added: finish this entry first, or close it with Esc. Then scan again.</source>
            <translation>沒有加入：請先完成這裡的輸入，或按 Esc 關閉，再重新掃描。</translation>
        </message>
        <message>
            <source>The code came in only partly. Scan it again.</source>
            <translation>條碼沒有讀完整，請重新掃描。</translation>
        </message>
        <message>
            <source>It may not be sold after {0}. Not added: take it off the shelf.</source>
            <translation>此商品 {0} 後不得販售。未加入購物籃：請下架。</translation>
        </message>
        <message>
            <source>A price has changed just now: the total was {0} and is {1}. Tell the customer.</source>
            <translation>價格剛剛變了：合計原為 {0}，現為 {1}。請告知顧客。</translation>
        </message>
        <message>
            <source>The scan was empty. Scan again.</source>
            <translation>沒有讀到內容，請重新掃描。</translation>
        </message>
        <message>
            <source>This is too long for a code. Scan again.</source>
            <translation>內容太長，不是可用的條碼，請重新掃描。</translation>
        </message>
        <message>
            <source>The scan has characters that no code has. Scan again.</source>
            <translation>讀到了無效字元，請重新掃描。</translation>
        </message>
        <message>
            <source>The scan came through an input method. Switch it to English and scan again.</source>
            <translation>掃描經過了輸入法。請切換到英文後重新掃描。</translation>
        </message>
        <message>
            <source>The price label was misread: its check digit is wrong. Scan again.</source>
            <translation>價格標籤沒有讀準：檢查碼不對。請重新掃描。</translation>
        </message>
        <message>
            <source>This link is not a code of this shop.</source>
            <translation>這個連結不是本店的條碼。</translation>
        </message>
        <message>
            <source>The code was misread: its check digit is wrong. Scan again.</source>
            <translation>條碼沒有讀準：檢查碼不對。請重新掃描。</translation>
        </message>
        <message>
            <source>This code is damaged. Type the number below the bars.</source>
            <translation>條碼已損壞，請輸入條碼下方的數字。</translation>
        </message>
        <message>
            <source>This code names no product. Scan the barcode of the product.</source>
            <translation>這個條碼不是商品，請掃描商品條碼。</translation>
        </message>
        <message>
            <source>The price on this label cannot be read. Type it as an open item.</source>
            <translation>價格標籤上的價格讀不出來，請做無條碼銷售。</translation>
        </message>
        <message>
            <source>The code was misread. Scan it again.</source>
            <translation>條碼沒有讀準，請重新掃描。</translation>
        </message>
        <message>
            <source>This code belongs to another shop.</source>
            <translation>這個條碼屬於別的商家。</translation>
        </message>
        <message>
            <source>The coupon code was mistyped. Compare it again.</source>
            <translation>券碼輸入錯誤，請再核對一次。</translation>
        </message>
        <message>
            <source>This coupon was blocked by head office.</source>
            <translation>這張優惠券已被總部停用。</translation>
        </message>
        <message>
            <source>This coupon belongs to another member.</source>
            <translation>這張優惠券屬於別的會員。</translation>
        </message>
        <message>
            <source>This coupon is not valid.</source>
            <translation>這張優惠券無效。</translation>
        </message>
        <message>
            <source>No coupon has this code.</source>
            <translation>沒有這個券碼。</translation>
        </message>
        <message>
            <source>This coupon is being used at another till.</source>
            <translation>這張優惠券正在別的收銀機使用。</translation>
        </message>
        <message>
            <source>This coupon needs its member. Scan the member code.</source>
            <translation>這張優惠券須會員本人使用，請掃描會員碼。</translation>
        </message>
        <message>
            <source>A typed coupon code needs the network, which is away. Scan the coupon in the app.</source>
            <translation>沒有網路時不能輸入券碼，請掃描 App 裡的優惠券。</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away: its campaign is not known here.</source>
            <translation>此券需連線，現在沒有網路：本機沒有這個活動。</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away. Try again later.</source>
            <translation>此券需連線，現在沒有網路，請稍後再試。</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away: it belongs to no member.</source>
            <translation>此券需連線，現在沒有網路：它沒有綁定會員。</translation>
        </message>
        <message>
            <source>Without the network this coupon needs its member. Scan the member code first.</source>
            <translation>沒有網路時此券須會員本人使用，請先掃描會員碼。</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away: it is from another store.</source>
            <translation>此券需連線，現在沒有網路：它屬於別的門市。</translation>
        </message>
        <message>
            <source>This coupon needs the network: the lists here are too old.</source>
            <translation>此券需連線：本機的名單太舊。</translation>
        </message>
        <message>
            <source>This coupon needs the network: its value is above what counts without it.</source>
            <translation>此券需連線：面額超過離線時的上限。</translation>
        </message>
        <message>
            <source>This coupon needs the network: no more count without it for now.</source>
            <translation>此券需連線：離線時的額度已用完。</translation>
        </message>
        <message>
            <source>{0} of {1} are kept for orders. This sale takes one that is promised.</source>
            <translation>{1} 件中有 {0} 件已為訂單保留，本次會用到保留的貨。</translation>
        </message>
        <message>
            <source>Only {1} should be there. Selling goes on; check the shelf.</source>
            <translation>帳面只有 {1} 件。可以繼續賣，請核對貨架。</translation>
        </message>
        <message>
            <source>A number cannot be looked up now. Scan the member code: that works without the network.</source>
            <translation>現在無法以手機號碼查詢。請掃描會員碼，沒有網路也能用。</translation>
        </message>
        <message>
            <source>Known by the code; points are added later</source>
            <translation>以會員碼辨識，點數稍後入帳</translation>
        </message>
        <message>
            <source>Head office is asked about this coupon. Go on selling.</source>
            <translation>正在向總部核對這張優惠券，請繼續結帳。</translation>
        </message>
        <message>
            <source>Head office has not answered yet. Press Pay again to go on without it.</source>
            <translation>總部尚未回應。再按一次「收款」就不等待。</translation>
        </message>
        <message>
            <source>The coupon counts. Head office is being asked.</source>
            <translation>優惠券已生效，正在向總部核對。</translation>
        </message>
        <message>
            <source>The coupon counts.</source>
            <translation>優惠券已生效。</translation>
        </message>
        <message>
            <source>The coupon counts. It is settled when the network is back.</source>
            <translation>優惠券已生效，連線後核銷。</translation>
        </message>
        <message>
            <source>A copy of receipt {0} is printing.</source>
            <translation>正在補印收據 {0}。</translation>
        </message>
        <message>
            <source>There is no receipt on this till yet.</source>
            <translation>這台收銀機還沒有收據。</translation>
        </message>
        <message>
            <source>The basket was given up. Ready for the next customer.</source>
            <translation>購物籃已放棄，請接待下一位顧客。</translation>
        </message>
        <message>
            <source>Somebody else has to allow this.</source>
            <translation>必須由另一個人授權。</translation>
        </message>
        <message>
            <source>{0} does not have the right for this either.</source>
            <translation>{0} 也沒有這個權限。</translation>
        </message>
        <message>
            <source>The staff list is too old for this. A manager has to allow it.</source>
            <translation>員工名單太舊，必須由店長授權。</translation>
        </message>
        <message>
            <source>This price is fixed by law or a deposit: nothing comes off.</source>
            <translation>此價格為法定價格或押金，不能折扣。</translation>
        </message>
        <message>
            <source>This figure is not possible here.</source>
            <translation>這裡不能輸入這個數值。</translation>
        </message>
        <message>
            <source>This is above the list price. Nobody pays more than the label says.</source>
            <translation>高於標價。不可收取高於標價的金額。</translation>
        </message>
        <message>
            <source>This would take nothing off.</source>
            <translation>這樣不會減少任何金額。</translation>
        </message>
        <message>
            <source>Say why: choose a reason.</source>
            <translation>請選擇一個原因。</translation>
        </message>
        <message>
            <source>More is given away than was allowed, or nobody allowed it yet.</source>
            <translation>金額超出已授權的範圍，或尚未授權。</translation>
        </message>
        <message>
            <source>{1}: {0} off ({2})</source>
            <translation>{1}：折扣 {0}（{2}）</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}：{1}</translation>
        </message>
        <message>
            <source>{1}: price {0} ({2})</source>
            <translation>{1}：改價為 {0}（{2}）</translation>
        </message>
        <message>
            <source>Drop small change: {0}</source>
            <translation>去零頭 {0}</translation>
        </message>
        <message>
            <source>Whole sale</source>
            <translation>整單</translation>
        </message>
        <message>
            <source>{0} was taken off. {1}</source>
            <translation>已取消 {0}。{1}</translation>
        </message>
        <message>
            <source>Head office cannot be reached, so it could not be reserved again. Scan it once more.</source>
            <translation>無法連線總部，未能重新保留。請再掃一次券碼。</translation>
        </message>
        <message>
            <source>This sale is being parked. One moment.</source>
            <translation>正在暫存，請稍候。</translation>
        </message>
        <message>
            <source>Parked sales that expired and were given up: {0}, {1} together. They stand in the journal.</source>
            <translation>{0} 筆暫存交易已過期作廢，合計 {1}，已記入日誌。</translation>
        </message>
        <message>
            <source>Parked: {0}. Ready for the next customer.</source>
            <translation>已暫存：{0}。可以服務下一位。</translation>
        </message>
        <message>
            <source>Second sale parked: {0}. Take payment for this one first.</source>
            <translation>第二筆已暫存：{0}。請先收本筆款項。</translation>
        </message>
        <message>
            <source>Recalled: {0}.</source>
            <translation>已取回：{0}。</translation>
        </message>
        <message>
            <source>Somebody else parked it.</source>
            <translation>這是別人暫存的交易。</translation>
        </message>
        <message>
            <source>{0}, parked by {1}</source>
            <translation>{0}（{1} 暫存）</translation>
        </message>
        <message>
            <source>{0} sales are parked already. Recall or give up one first.</source>
            <translation>已有 {0} 筆暫存，請先取回或作廢一筆。</translation>
        </message>
        <message>
            <source>Goods that came back cannot wait. Settle them first, or take them out.</source>
            <translation>退貨不能暫存，請先辦完退貨或取消退貨。</translation>
        </message>
        <message>
            <source>This sale is no longer parked here.</source>
            <translation>這一筆已不在這裡。</translation>
        </message>
        <message>
            <source>Choose what goes into the second sale.</source>
            <translation>請選擇放到第二筆的商品。</translation>
        </message>
        <message>
            <source>Leave something in the first sale.</source>
            <translation>第一筆至少要留一件。</translation>
        </message>
        <message>
            <source>A gift receipt of {0} is printing, without prices.</source>
            <translation>正在列印 {0} 的禮品收據（不含價格）。</translation>
        </message>
        <message>
            <source>Nothing was sold on this receipt.</source>
            <translation>這張收據上沒有售出商品。</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>損壞</translation>
        </message>
        <message>
            <source>Close to expiry</source>
            <translation>即期</translation>
        </message>
        <message>
            <source>Wrong label</source>
            <translation>標籤有誤</translation>
        </message>
        <message>
            <source>Price match</source>
            <translation>比價</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>客訴</translation>
        </message>
        <message>
            <source>Regular customer</source>
            <translation>老顧客</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>員工</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Small change</source>
            <translation>零頭</translation>
        </message>
        <message>
            <source>paid by the store</source>
            <translation>門市負擔</translation>
        </message>
        <message>
            <source>paid by head office</source>
            <translation>總部負擔</translation>
        </message>
        <message>
            <source>paid by the brand</source>
            <translation>品牌負擔</translation>
        </message>
        <message>
            <source>paid by the platform</source>
            <translation>平台負擔</translation>
        </message>
        <message>
            <source>Basic</source>
            <translation>一般會員</translation>
        </message>
        <message>
            <source>Silver</source>
            <translation>銀卡</translation>
        </message>
        <message>
            <source>Gold</source>
            <translation>金卡</translation>
        </message>
        <message>
            <source>Counts.</source>
            <translation>已生效</translation>
        </message>
        <message>
            <source>not at this time</source>
            <translation>不在活動時間</translation>
        </message>
        <message>
            <source>not in this store</source>
            <translation>本店不適用</translation>
        </message>
        <message>
            <source>not in this region</source>
            <translation>不在本區域</translation>
        </message>
        <message>
            <source>not at the till</source>
            <translation>門市結帳不適用</translation>
        </message>
        <message>
            <source>not for this member level</source>
            <translation>會員等級不符</translation>
        </message>
        <message>
            <source>for another currency</source>
            <translation>幣別不符</translation>
        </message>
        <message>
            <source>members only</source>
            <translation>僅限會員</translation>
        </message>
        <message>
            <source>the goods do not reach its minimum yet</source>
            <translation>還沒達到使用門檻</translation>
        </message>
        <message>
            <source>too few pieces yet</source>
            <translation>件數還不夠</translation>
        </message>
        <message>
            <source>for the first purchase only</source>
            <translation>僅限首次購買</translation>
        </message>
        <message>
            <source>used as often as it may be</source>
            <translation>已達使用次數上限</translation>
        </message>
        <message>
            <source>its gift is not in the basket: scan it too</source>
            <translation>贈品不在購物籃中：請一併掃描</translation>
        </message>
        <message>
            <source>another offer is better</source>
            <translation>已有更優惠的活動</translation>
        </message>
        <message>
            <source>another offer comes first</source>
            <translation>已有優先的活動</translation>
        </message>
        <message>
            <source>another offer allows no second one</source>
            <translation>已有活動不可併用</translation>
        </message>
        <message>
            <source>the pieces count for another offer</source>
            <translation>商品已參加其他活動</translation>
        </message>
        <message>
            <source>nothing is left to take it off</source>
            <translation>沒有可折抵的金額</translation>
        </message>
        <message>
            <source>presented already</source>
            <translation>已經出示</translation>
        </message>
        <message>
            <source>its campaign is not known here</source>
            <translation>本機沒有這個活動</translation>
        </message>
        <message>
            <source>not a coupon</source>
            <translation>不是優惠券</translation>
        </message>
        <message>
            <source>no goods for it in the basket</source>
            <translation>沒有適用的商品</translation>
        </message>
        <message>
            <source>has no value</source>
            <translation>沒有面額</translation>
        </message>
        <message>
            <source>not together with another coupon</source>
            <translation>不能和其他券併用</translation>
        </message>
        <message>
            <source>no more of these in one basket</source>
            <translation>每筆可用張數已滿</translation>
        </message>
        <message>
            <source>another combination is better</source>
            <translation>其他組合更優惠</translation>
        </message>
        <message>
            <source>The Z prints once more, marked as a copy.</source>
            <translation>Z 報表再列印一份，標明副本。</translation>
        </message>
        <message>
            <source>The report is on its way to the printer.</source>
            <translation>報表已送往印表機。</translation>
        </message>
        <message>
            <source>The report is saved as {0}</source>
            <translation>報表已儲存：{0}</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>門市</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>總部</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>品牌</translation>
        </message>
        <message>
            <source>Platform</source>
            <translation>平台</translation>
        </message>
        <message>
            <source>Head office cannot be reached.</source>
            <translation>無法連線總部。</translation>
        </message>
        <message>
            <source>Online: everything works.</source>
            <translation>已連線：一切正常。</translation>
        </message>
        <message>
            <source>Online: some things do not work fully, or wait long.</source>
            <translation>已連線：部分功能受限，或等待較久。</translation>
        </message>
        <message>
            <source>Offline: selling goes on, and everything is sent later.</source>
            <translation>離線：照常銷售，連線後自動上傳。</translation>
        </message>
        <message>
            <source>The keys for codes have not arrived yet.</source>
            <translation>驗碼金鑰尚未到達。</translation>
        </message>
        <message>
            <source>The keys are old; a new code may not be known here.</source>
            <translation>金鑰較舊，新碼可能無法辨識。</translation>
        </message>
        <message>
            <source>Only members known at this till are found.</source>
            <translation>只能查到本機已知的會員。</translation>
        </message>
        <message>
            <source>Only offline coupons of this store are taken.</source>
            <translation>只接受本店可離線核銷的優惠券。</translation>
        </message>
        <message>
            <source>The lists are too old to take coupons offline.</source>
            <translation>名單過舊，無法離線核銷優惠券。</translation>
        </message>
        <message>
            <source>No products yet; open items can be sold.</source>
            <translation>還沒有商品，可先以無條碼銷售。</translation>
        </message>
        <message>
            <source>Not all products have arrived yet.</source>
            <translation>商品尚未全部到達。</translation>
        </message>
        <message>
            <source>Kept safely here, and sent when head office answers.</source>
            <translation>已安全保存在本機，連線後自動上傳。</translation>
        </message>
        <message>
            <source>A print waits for the printer.</source>
            <translation>有列印工作在等待印表機。</translation>
        </message>
        <message>
            <source>Wrong change given</source>
            <translation>找零有誤</translation>
        </message>
        <message>
            <source>Booked under another tender</source>
            <translation>記到別的收款方式</translation>
        </message>
        <message>
            <source>A slip is missing</source>
            <translation>單據缺失</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>原因不明</translation>
        </message>
        <message>
            <source>Close the shift with a difference of {0}</source>
            <translation>帶差異 {0} 交班</translation>
        </message>
        <message>
            <source>Pay {0} into the drawer</source>
            <translation>向錢櫃存入 {0}</translation>
        </message>
        <message>
            <source>Pay {0} out of the drawer</source>
            <translation>從錢櫃支出 {0}</translation>
        </message>
        <message>
            <source>Take {0} to the safe</source>
            <translation>把 {0} 投入保險箱</translation>
        </message>
        <message>
            <source>Add {0} to the float</source>
            <translation>追加找零金 {0}</translation>
        </message>
        <message>
            <source>Open the drawer without a sale</source>
            <translation>非銷售開錢櫃</translation>
        </message>
        <message>
            <source>Somebody else takes over</source>
            <translation>換人接手</translation>
        </message>
        <message>
            <source>Work at another till</source>
            <translation>去別的收銀機</translation>
        </message>
        <message>
            <source>{0} paid in. The slip prints.</source>
            <translation>已存入 {0}，憑條正在列印。</translation>
        </message>
        <message>
            <source>{0} paid out. The slip prints.</source>
            <translation>已支出 {0}，憑條正在列印。</translation>
        </message>
        <message>
            <source>{0} went to the safe. The slip prints.</source>
            <translation>{0} 已投入保險箱，憑條正在列印。</translation>
        </message>
        <message>
            <source>{0} added to the float. The slip prints.</source>
            <translation>已追加找零金 {0}，憑條正在列印。</translation>
        </message>
        <message>
            <source>The drawer was opened. It is noted.</source>
            <translation>錢櫃已打開，已記錄。</translation>
        </message>
        <message>
            <source>X {0} prints.</source>
            <translation>X 報表 {0} 正在列印。</translation>
        </message>
        <message>
            <source>A debt is settled</source>
            <translation>結清欠款</translation>
        </message>
        <message>
            <source>Money was found</source>
            <translation>拾獲現金</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Something was bought</source>
            <translation>採購</translation>
        </message>
        <message>
            <source>A service was paid</source>
            <translation>支付服務費</translation>
        </message>
        <message>
            <source>Postage or courier</source>
            <translation>郵資或快遞</translation>
        </message>
        <message>
            <source>Wages</source>
            <translation>工資</translation>
        </message>
        <message>
            <source>Too much cash in the drawer</source>
            <translation>錢櫃現金過多</translation>
        </message>
        <message>
            <source>Change of shift</source>
            <translation>交接班</translation>
        </message>
        <message>
            <source>Change was needed</source>
            <translation>零錢不足</translation>
        </message>
        <message>
            <source>Change for a customer</source>
            <translation>給顧客換零</translation>
        </message>
        <message>
            <source>Look into the drawer</source>
            <translation>查看錢櫃</translation>
        </message>
        <message>
            <source>The key is lost</source>
            <translation>鑰匙遺失</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>休息</translation>
        </message>
        <message>
            <source>Head office has blocked this till. Call head office.</source>
            <translation>總部已停用本機，請聯絡總部。</translation>
        </message>
        <message>
            <source>Head office does not accept this till's key. Enrol it again.</source>
            <translation>總部不認可本機的金鑰，請重新註冊。</translation>
        </message>
        <message>
            <source>Head office does not know this till. Enrol it again.</source>
            <translation>總部不認識本機，請重新註冊。</translation>
        </message>
        <message>
            <source>The clock of this computer is wrong. Set it right.</source>
            <translation>本機時間不準，請校正。</translation>
        </message>
        <message>
            <source>A request arrived twice and was refused. It is sent again.</source>
            <translation>有請求重複送達，已拒絕，正在重送。</translation>
        </message>
        <message>
            <source>The clock of this computer is {0} s off. Set it right.</source>
            <translation>本機時間相差 {0} 秒，請校正。</translation>
        </message>
        <message>
            <source>This one-time code is wrong, used or older than ten minutes. Ask for a new one.</source>
            <translation>一次性代碼錯誤、已使用或超過十分鐘，請重新取得。</translation>
        </message>
        <message>
            <source>The till's new key was refused. Try again.</source>
            <translation>本機的新金鑰被拒絕，請重試。</translation>
        </message>
        <message>
            <source>This store has no place for another till.</source>
            <translation>本店收銀機數量已滿。</translation>
        </message>
        <message>
            <source>No font on this computer can be put into a PDF.</source>
            <translation>本機沒有可嵌入 PDF 的字型。</translation>
        </message>
        <message>
            <source>The till's key is not here. Name its file with --key-file, or call support.</source>
            <translation>找不到本機金鑰。請用 --key-file 指定檔案，或聯絡客服。</translation>
        </message>
        <message>
            <source>This till is open already. Look for its window.</source>
            <translation>收銀程式已開啟，請找到它的視窗。</translation>
        </message>
        <message>
            <source>These files are of a newer release. Install it.</source>
            <translation>資料來自較新的版本，請先升級。</translation>
        </message>
        <message>
            <source>Head office has set this till's entries aside. Call support; selling goes on.</source>
            <translation>總部已隔離本機的紀錄。請聯絡客服，收款不受影響。</translation>
        </message>
        <message>
            <source>Two tills write under this name. No sales here, so that no number comes twice: enrol this till again.</source>
            <translation>有兩台收銀機在用同一個名稱。本機暫停銷售，以免單號重複：請重新註冊這台收銀機。</translation>
        </message>
        <message>
            <source>The printer stopped in the middle. Look at the paper; Ctrl+P prints a copy.</source>
            <translation>列印中斷。請看一下收據，按 Ctrl+P 補印。</translation>
        </message>
        <message>
            <source>The printer's cover is open. Close it.</source>
            <translation>印表機蓋未蓋好，請蓋上。</translation>
        </message>
        <message>
            <source>The printer does not say whether it printed. Look.</source>
            <translation>印表機沒有回應，請看一下是否已出紙。</translation>
        </message>
        <message>
            <source>The till stopped while printing. Look at the paper; Ctrl+P prints a copy.</source>
            <translation>列印時程式中斷。請看一下收據，按 Ctrl+P 補印。</translation>
        </message>
        <message>
            <source>This paper cannot be printed. Ctrl+P makes a copy.</source>
            <translation>此單無法列印，按 Ctrl+P 補印。</translation>
        </message>
        <message>
            <source>Head office is of another release. Update the till.</source>
            <translation>總部版本不同，請升級本機。</translation>
        </message>
        <message>
            <source>Too much was sent at once. Call support.</source>
            <translation>一次傳送的資料過大，請聯絡客服。</translation>
        </message>
        <message>
            <source>A price has changed. Look at the new total, then pay.</source>
            <translation>價格有變，請核對新的應收金額再收款。</translation>
        </message>
        <message>
            <source>This count is not possible. Count again.</source>
            <translation>點數不合理，請重新清點。</translation>
        </message>
        <message>
            <source>The answer is not signed by head office. Nothing is sent until it is.</source>
            <translation>回應不是總部簽章，暫停上傳。</translation>
        </message>
        <message>
            <source>Head office is busy. It is tried again by itself.</source>
            <translation>總部忙碌，會自動重試。</translation>
        </message>
        <message>
            <source>The till acts as if it were offline.</source>
            <translation>演練：本機以離線處理。</translation>
        </message>
        <message>
            <source>Everything is paid already.</source>
            <translation>已全部付清。</translation>
        </message>
        <message>
            <source>New pickup order {0}</source>
            <translation>新取貨單 {0}</translation>
        </message>
        <message>
            <source>Not everything is picked yet: {0} to go.</source>
            <translation>還有 {0} 項沒有揀。</translation>
        </message>
        <message>
            <source>{0} is ready on shelf {1}.</source>
            <translation>{0} 已備妥，在貨架 {1}。</translation>
        </message>
        <message>
            <source>{0} is back. The customer's code is good again.</source>
            <translation>{0} 已復原，顧客的取貨碼重新有效。</translation>
        </message>
        <message>
            <source>Head office refused this till's entries. They are kept here; selling goes on. Call support.</source>
            <translation>總部拒收本機的流水帳。紀錄都保留在本機，可繼續銷售。請聯絡支援。</translation>
        </message>
        <message>
            <source>An entry is not as it was written. Everything is kept here; selling goes on. Call support.</source>
            <translation>有一筆流水帳與寫入時不同。全部保留在本機，可繼續銷售。請聯絡支援。</translation>
        </message>
        <message>
            <source>Head office is not set up yet. Selling goes on; it is tried again by itself.</source>
            <translation>總部系統尚未就緒。可繼續銷售，稍後自動重試。</translation>
        </message>
        <message>
            <source>Head office did not understand this till. Nothing was lost. Update the till, or call support.</source>
            <translation>總部無法理解本機的要求，沒有遺失任何內容。請更新收銀機，或聯絡支援。</translation>
        </message>
        <message>
            <source>Head office did not see who was asking. It is tried again; if this stays, call support.</source>
            <translation>總部無法辨識是誰提出要求。會自動重試；若一直如此，請聯絡支援。</translation>
        </message>
        <message>
            <source>This catalog is no longer at head office. The newest one is fetched by itself.</source>
            <translation>總部已沒有這一版商品目錄，將自動取得最新版。</translation>
        </message>
        <message>
            <source>The new catalog has a wrong name. The old one stays in use; call support.</source>
            <translation>新商品目錄的名稱有誤，繼續使用舊目錄。請聯絡支援。</translation>
        </message>
        <message>
            <source>The new catalog is not complete. The old one stays in use; it is fetched again by itself.</source>
            <translation>新商品目錄不完整，繼續使用舊目錄，將自動重新取得。</translation>
        </message>
        <message>
            <source>Head office starts its catalog anew. The old one stays in use until the new one is here.</source>
            <translation>總部正在重建商品目錄。新目錄送達前繼續使用舊目錄。</translation>
        </message>
        <message>
            <source>One message of head office cannot be read and was set aside. Update the till.</source>
            <translation>總部傳來的一則訊息無法讀取，已擱置。請更新收銀機。</translation>
        </message>
        <message>
            <source>The connection broke off. Nothing was lost; it is tried again by itself.</source>
            <translation>連線中斷，沒有遺失任何內容，將自動重試。</translation>
        </message>
        <message>
            <source>No report can be made of these days. Choose other ones, 800 days at most.</source>
            <translation>這些日期無法產生報表。請另選日期，最多 800 天。</translation>
        </message>
        <message>
            <source>This list does not go on here. Open it again.</source>
            <translation>此清單無法從這裡繼續。請重新開啟。</translation>
        </message>
        <message>
            <source>Head office does not have this entry. Open the list again.</source>
            <translation>總部沒有這筆紀錄。請重新開啟清單。</translation>
        </message>
        <message>
            <source>Head office cannot be reached, and it has told this till nothing of these stores and days in the last two weeks. Connect the till and ask again, or choose what was looked at before.</source>
            <translation>無法連線總部，最近兩週本機也沒有檢視過這些門市與日期。請連線後再次詢問，或選擇以前檢視過的內容。</translation>
        </message>
        <message>
            <source>Head office says that you may not see this report.</source>
            <translation>總部表示您無權檢視此報表。</translation>
        </message>
        <message>
            <source>Head office still works on this. Wait a moment.</source>
            <translation>總部正在處理，請稍候。</translation>
        </message>
        <message>
            <source>Something failed at head office. Selling goes on; it is tried again by itself.</source>
            <translation>總部系統發生錯誤。可繼續銷售，將自動重試。</translation>
        </message>
        <message>
            <source>Head office does not know this store. Call head office.</source>
            <translation>總部沒有這家門市的紀錄，請聯絡總部。</translation>
        </message>
        <message>
            <source>Head office does not know this till. Ask for a one-time code and enrol it again.</source>
            <translation>總部不認識本機。請索取一次性代碼並重新註冊。</translation>
        </message>
        <message>
            <source>This paper is no longer kept on this till. Its figures are in the report.</source>
            <translation>這張單據已不在本機，其數字可在報表中查看。</translation>
        </message>
        <message>
            <source>What is written in the journal stays as it is. Nothing was changed; call support.</source>
            <translation>已寫入流水帳的內容不能更改。沒有更動任何內容，請聯絡支援。</translation>
        </message>
        <message>
            <source>The deposit goes with its goods: change those.</source>
            <translation>押金跟著商品走：請改商品那一項。</translation>
        </message>
        <message>
            <source>There is nothing to choose on this line.</source>
            <translation>這一項沒有可選規格。</translation>
        </message>
        <message>
            <source>{0}: choose at least {1}.</source>
            <translation>{0}：至少選 {1} 項。</translation>
        </message>
        <message>
            <source>{0}: choose at most {1}.</source>
            <translation>{0}：最多選 {1} 項。</translation>
        </message>
        <message>
            <source>This coupon was not used by that receipt.</source>
            <translation>這張優惠券不是那張收據使用的。</translation>
        </message>
        <message>
            <source>Choose what comes back first.</source>
            <translation>請先選擇要退的商品。</translation>
        </message>
        <message>
            <source>This line is not on the receipt.</source>
            <translation>收據上沒有這一行。</translation>
        </message>
        <message>
            <source>Pieces come back whole. Choose at least one.</source>
            <translation>按件退貨，至少一件。</translation>
        </message>
        <message>
            <source>More than is left of this line. The rest came back before.</source>
            <translation>超過這一行剩餘的數量，其餘的之前已退。</translation>
        </message>
        <message>
            <source>Type the number of the receipt, or its last digits, or scan it.</source>
            <translation>請輸入收據號碼或末幾位，或掃描收據。</translation>
        </message>
        <message>
            <source>No receipt has the number {0}. Compare it with the paper.</source>
            <translation>沒有收據號碼為 {0} 的收據，請與紙本收據核對。</translation>
        </message>
        <message>
            <source>Receipt {0} is from another till and needs the network, which is away. Try again later, or take the goods back without a receipt.</source>
            <translation>收據 {0} 來自另一台收銀機，需要連線查詢，目前網路中斷。請稍後再試，或按無收據退貨處理。</translation>
        </message>
        <message>
            <source>This receipt is in {0}. Take it to its own store.</source>
            <translation>這張收據的幣別是 {0}，請到原門市辦理。</translation>
        </message>
        <message>
            <source>This receipt is {0} days old. A manager has to allow it.</source>
            <translation>這張收據已有 {0} 天，需要店長授權。</translation>
        </message>
        <message>
            <source>Goods of receipt {0} came back meanwhile. Take it out and look it up again.</source>
            <translation>收據 {0} 的商品在此期間又有退貨，請移除後重新查找。</translation>
        </message>
        <message>
            <source>This price is not valid. Type it again.</source>
            <translation>價格無效，請重新輸入。</translation>
        </message>
        <message>
            <source>Without a receipt it gives at most what it costs today: {0}.</source>
            <translation>無收據時最多按今天的價格退：{0}。</translation>
        </message>
        <message>
            <source>More than was paid in this way. Give the rest back otherwise.</source>
            <translation>超過了當初用這種方式支付的金額，其餘請用其他方式退。</translation>
        </message>
        <message>
            <source>This is {0} more than there is to give back.</source>
            <translation>比應退金額多 {0}。</translation>
        </message>
        <message>
            <source>Touch the tender in which {0} goes back, or clear the amount.</source>
            <translation>請點選用哪種方式退 {0}，或清除金額。</translation>
        </message>
        <message>
            <source>Everything of this receipt came back already.</source>
            <translation>這張收據的商品已全部退回。</translation>
        </message>
        <message>
            <source>{0} does not come back after all. Undo brings it back.</source>
            <translation>{0} 已不退。可復原。</translation>
        </message>
        <message>
            <source>The offer ends with the goods that come back. Change those instead.</source>
            <translation>這項扣回隨退貨商品而來，請改退貨商品。</translation>
        </message>
        <message>
            <source>Take goods of receipt {0} back: {1}</source>
            <translation>收據 {0} 退貨：{1}</translation>
        </message>
        <message>
            <source>Take goods back without a receipt: {0}</source>
            <translation>無收據退貨：{0}</translation>
        </message>
        <message>
            <source>Give {0} back in cash instead of as it was paid</source>
            <translation>不按原路，改退現金 {0}</translation>
        </message>
        <message>
            <source>Defective</source>
            <translation>品質問題</translation>
        </message>
        <message>
            <source>Wrong item</source>
            <translation>拿錯商品</translation>
        </message>
        <message>
            <source>Changed mind</source>
            <translation>不想要了</translation>
        </message>
        <message>
            <source>Some campaigns are wrong and set aside. Selling goes on without them.</source>
            <translation>有活動設定有誤，已停用。照常銷售。</translation>
        </message>
        <message>
            <source>A word in it is not among the choices.</source>
            <translation>其中有一項不在可選範圍內。</translation>
        </message>
        <message>
            <source>Something in it is no date.</source>
            <translation>其中有一項不是日期。</translation>
        </message>
        <message>
            <source>Its id is not possible.</source>
            <translation>活動編號無效。</translation>
        </message>
        <message>
            <source>The till cannot work it out.</source>
            <translation>無法計算。</translation>
        </message>
        <message>
            <source>Two of its fields contradict each other.</source>
            <translation>其中兩項互相矛盾。</translation>
        </message>
        <message>
            <source>It takes off more than it asks to be spent.</source>
            <translation>優惠金額高於要求的消費金額。</translation>
        </message>
        <message>
            <source>Another campaign has the same id.</source>
            <translation>與另一個活動編號相同。</translation>
        </message>
        <message>
            <source>It ends before it begins.</source>
            <translation>結束時間早於開始時間。</translation>
        </message>
        <message>
            <source>Its steps do not rise.</source>
            <translation>階梯沒有遞增。</translation>
        </message>
        <message>
            <source>A field is missing.</source>
            <translation>缺少一項內容。</translation>
        </message>
        <message>
            <source>It is no record of fields.</source>
            <translation>格式不對，讀不出內容。</translation>
        </message>
        <message>
            <source>A number is out of its range.</source>
            <translation>有數值超出範圍。</translation>
        </message>
        <message>
            <source>Its id belongs to the till itself.</source>
            <translation>活動編號為系統保留。</translation>
        </message>
        <message>
            <source>The shares of who pays do not make a whole.</source>
            <translation>各方負擔比例之和不是 100%。</translation>
        </message>
        <message>
            <source>A list or text is too long.</source>
            <translation>有清單或文字過長。</translation>
        </message>
        <message>
            <source>A field is not known.</source>
            <translation>有一項內容無法識別。</translation>
        </message>
        <message>
            <source>Its kind is not known.</source>
            <translation>活動類型無法識別。</translation>
        </message>
        <message>
            <source>A field has the wrong type.</source>
            <translation>有一項內容類型不對。</translation>
        </message>
        <message>
            <source>The disk is full: no new sales, so that none goes unrecorded. Delete files that are not the till's.</source>
            <translation>磁碟已滿：暫停新的銷售，以免漏記。請刪除不屬於收銀機的檔案。</translation>
        </message>
        <message>
            <source>The customer's screen shows nothing any more. Selling goes on; restart the till for it.</source>
            <translation>顧客螢幕不再顯示內容。可以繼續銷售；重新啟動收銀機可恢復。</translation>
        </message>
        <message>
            <source>The disk is nearly full. Delete files that are not the till's.</source>
            <translation>磁碟快滿了。請刪除不屬於收銀機的檔案。</translation>
        </message>
        <message>
            <source>There is room on the disk again. Selling goes on.</source>
            <translation>磁碟已有空間，銷售恢復。</translation>
        </message>
        <message>
            <source>The till's file is damaged (places: {0}). Finish this customer, then call support: restore.</source>
            <translation>收銀機檔案已損壞（{0} 處）。先完成這位顧客，再聯絡技術支援還原資料。</translation>
        </message>
        <message>
            <source>Entry {0} of the journal is not as it was written. Call support: enrol this till again.</source>
            <translation>流水第 {0} 筆與寫入時不一致。請聯絡技術支援重新註冊這台收銀機。</translation>
        </message>
        <message>
            <source>The second disk is not there ({0}). Plug it in; selling goes on.</source>
            <translation>找不到第二磁碟（{0}）。請插上；銷售照常。</translation>
        </message>
        <message>
            <source>The second disk cannot be written ({0}). Selling goes on.</source>
            <translation>第二磁碟無法寫入（{0}）。銷售照常。</translation>
        </message>
        <message>
            <source>The journal on the second disk is damaged ({0}). Set up another second disk.</source>
            <translation>第二磁碟上的流水帳已損壞（{0}）。請另設一顆第二磁碟。</translation>
        </message>
        <message>
            <source>No second disk was set up. Use pos-app backup --to FOLDER.</source>
            <translation>沒有設定第二磁碟。請用 pos-app backup --to 資料夾。</translation>
        </message>
        <message>
            <source>{0} holds the till itself. Name a folder on another disk.</source>
            <translation>{0} 就是收銀機自己的資料夾。請指定另一顆磁碟上的資料夾。</translation>
        </message>
        <message>
            <source>The backup could not be made. The earlier ones are still there; it is tried again.</source>
            <translation>備份沒有做成。先前的備份仍在；稍後會重試。</translation>
        </message>
        <message>
            <source>The backup did not verify and was thrown away. Check the second disk.</source>
            <translation>備份驗證未通過，已捨棄。請檢查第二磁碟。</translation>
        </message>
        <message>
            <source>This is not the recovery code of this till. Look at what backup --to has shown.</source>
            <translation>這不是本收銀機的復原碼。請核對 backup --to 顯示過的碼。</translation>
        </message>
        <message>
            <source>{0} holds a till already. Move it aside or name another folder.</source>
            <translation>{0} 裡已有一台收銀機的資料。請移開或指定別的資料夾。</translation>
        </message>
        <message>
            <source>There is no sound backup in {0}. Enrol the till anew.</source>
            <translation>{0} 裡沒有完好的備份。請重新註冊這台收銀機。</translation>
        </message>
        <message>
            <source>This computer keeps the key of another till for this folder. Name another folder.</source>
            <translation>這台電腦為此資料夾保存的是另一台收銀機的金鑰。請指定別的資料夾。</translation>
        </message>
        <message>
            <source>The backup could not be copied to this disk. Make room, try again.</source>
            <translation>備份無法複製到這顆磁碟。請騰出空間再試。</translation>
        </message>
        <message>
            <source>This till's files are an old copy: entry {0} exists elsewhere. No sales, so that no number comes twice. Enrol this till again.</source>
            <translation>本機檔案是舊副本：第 {0} 筆流水帳在別處已存在。暫停銷售，以免單號重複。請重新註冊這台收銀機。</translation>
        </message>
        <message>
            <source>This code is for till {0}, but this folder holds till {1}. Ask for a code for {1}.</source>
            <translation>這個註冊碼屬於收銀機 {0}，而此資料夾是收銀機 {1}。請索取 {1} 的註冊碼。</translation>
        </message>
        <message>
            <source>This till was put back from a backup. Enrol it again, so that no receipt number comes twice.</source>
            <translation>本機由備份還原而來。請重新註冊，以免收據號重複。</translation>
        </message>
        <message>
            <source>This is not the passphrase of this till. Try again.</source>
            <translation>通行碼不對，請重試。</translation>
        </message>
        <message>
            <source>The passphrase is too short. Use at least {0} characters.</source>
            <translation>通行碼太短，至少 {0} 個字元。</translation>
        </message>
        <message>
            <source>Without its passphrase this till stays closed. Try again.</source>
            <translation>沒有通行碼，收銀機無法開啟。請重試。</translation>
        </message>
        <message>
            <source>The disk reported an error. Nothing of this was saved: try again, then call support.</source>
            <translation>磁碟回報錯誤，這一步沒有儲存。請重試；仍不行請聯絡技術支援。</translation>
        </message>
        <message>
            <source>Settled. Head office has it.</source>
            <translation>已處理，總部已收到。</translation>
        </message>
        <message>
            <source>The note is too long: {0} characters at most.</source>
            <translation>備註過長：最多 {0} 個字元。</translation>
        </message>
        <message>
            <source>This does not settle it. Choose another answer.</source>
            <translation>該選項不適用，請另選。</translation>
        </message>
        <message>
            <source>Head office says that you may not settle this.</source>
            <translation>總部提示：您無權處理此異常。</translation>
        </message>
        <message>
            <source>This is no longer on the list. Load the list again.</source>
            <translation>該項目已不在清單中，請重新載入。</translation>
        </message>
        <message>
            <source>Somebody else has settled this already. Load the list again.</source>
            <translation>已由他人處理，請重新載入清單。</translation>
        </message>
        <message>
            <source>Goods that head office does not know</source>
            <translation>總部沒有的商品</translation>
        </message>
        <message>
            <source>Sold for another price than head office has</source>
            <translation>售價與總部價格不符</translation>
        </message>
        <message>
            <source>Lines and payments of a sale do not agree</source>
            <translation>銷售明細與收款不符</translation>
        </message>
        <message>
            <source>The same sale arrived twice; it counts once</source>
            <translation>同一筆銷售上傳兩次，只計一次</translation>
        </message>
        <message>
            <source>The payments of a sale are not possible</source>
            <translation>收款方式不合理</translation>
        </message>
        <message>
            <source>A discount by hand that nobody stated</source>
            <translation>手動優惠沒有記錄</translation>
        </message>
        <message>
            <source>A card payment of which nobody knows the outcome</source>
            <translation>刷卡或掃碼付款結果未知</translation>
        </message>
        <message>
            <source>A person decided about a card payment: compare the provider's list</source>
            <translation>付款結果由人工判定：請核對支付機構帳單</translation>
        </message>
        <message>
            <source>The provider says the opposite of what a person decided</source>
            <translation>支付機構的結果與人工判定相反</translation>
        </message>
        <message>
            <source>The provider's list of a shift is not what the till has</source>
            <translation>支付機構某班次的清單與收銀機不一致</translation>
        </message>
        <message>
            <source>A voucher paid twice</source>
            <translation>禮券被使用兩次</translation>
        </message>
        <message>
            <source>An offer was used more often than it may be</source>
            <translation>活動使用次數超出限制</translation>
        </message>
        <message>
            <source>An offer for a first purchase that was none</source>
            <translation>首購優惠用於非首購</translation>
        </message>
        <message>
            <source>A coupon was used twice</source>
            <translation>優惠券被使用兩次</translation>
        </message>
        <message>
            <source>A coupon was used after it had expired</source>
            <translation>使用了過期優惠券</translation>
        </message>
        <message>
            <source>A coupon was used that head office had blocked</source>
            <translation>使用了已作廢的優惠券</translation>
        </message>
        <message>
            <source>A coupon that head office does not know</source>
            <translation>總部沒有的優惠券</translation>
        </message>
        <message>
            <source>A coupon of returned goods that this sale had not used</source>
            <translation>退貨時退回的優惠券並非該單使用</translation>
        </message>
        <message>
            <source>The same coupon was printed with two sales</source>
            <translation>同一張優惠券隨兩筆銷售印出了</translation>
        </message>
        <message>
            <source>A coupon was printed that this till was not given</source>
            <translation>印出了一張未分配給此收銀檯的優惠券</translation>
        </message>
        <message>
            <source>Goods came back of a receipt that nobody knows</source>
            <translation>退貨的收據不存在</translation>
        </message>
        <message>
            <source>More came back than was sold</source>
            <translation>退貨數量超過售出數量</translation>
        </message>
        <message>
            <source>A refund that its lines do not make</source>
            <translation>退款金額與退貨明細不符</translation>
        </message>
        <message>
            <source>Done by somebody who is not on the staff list</source>
            <translation>操作人不在員工名單中</translation>
        </message>
        <message>
            <source>Done by somebody who has left</source>
            <translation>操作人已離職</translation>
        </message>
        <message>
            <source>Done without the right to do it</source>
            <translation>操作人沒有相應權限</translation>
        </message>
        <message>
            <source>Somebody allowed an act of their own</source>
            <translation>自己授權了自己的操作</translation>
        </message>
        <message>
            <source>Points for somebody who is no member</source>
            <translation>集點的會員不存在</translation>
        </message>
        <message>
            <source>Somebody joined without a yes to the terms</source>
            <translation>有人未同意會員條款即入會</translation>
        </message>
        <message>
            <source>A shift was closed twice; the first Z stays</source>
            <translation>班次結班兩次，以第一次為準</translation>
        </message>
        <message>
            <source>An order that head office does not know</source>
            <translation>總部沒有的訂單</translation>
        </message>
        <message>
            <source>An order of another store was handed over</source>
            <translation>交付了其他門市的訂單</translation>
        </message>
        <message>
            <source>A step of an order that does not follow</source>
            <translation>訂單步驟順序不對</translation>
        </message>
        <message>
            <source>A late order got a second coupon; it is blocked</source>
            <translation>逾時訂單有了第二張優惠券，已作廢</translation>
        </message>
        <message>
            <source>An order was handed over twice</source>
            <translation>訂單被交付兩次</translation>
        </message>
        <message>
            <source>An order was handed over that was cancelled</source>
            <translation>交付了已取消的訂單</translation>
        </message>
        <message>
            <source>Goods could not go to the other store; they are refunded</source>
            <translation>商品無法轉到其他分店，已退款</translation>
        </message>
        <message>
            <source>A customer was told another refund than is paid</source>
            <translation>告知顧客的退款與實付不符</translation>
        </message>
        <message>
            <source>A substitute that the customer did not want</source>
            <translation>顧客不接受的替代商品</translation>
        </message>
        <message>
            <source>An order was paid twice</source>
            <translation>同一訂單收了兩次款</translation>
        </message>
        <message>
            <source>Money was taken for an order that was over already</source>
            <translation>訂單已結束，卻收了款</translation>
        </message>
        <message>
            <source>Another sum was taken for an order than was due</source>
            <translation>收款金額與訂單應付不符</translation>
        </message>
        <message>
            <source>The goods of an order that was paid too late went to somebody else</source>
            <translation>遲到付款的訂單，商品已給了別人</translation>
        </message>
        <message>
            <source>An order was handed over that was not paid</source>
            <translation>未付款的訂單被取走</translation>
        </message>
        <message>
            <source>A hand-over was undone that nobody knows</source>
            <translation>復原了不存在的交付</translation>
        </message>
        <message>
            <source>A hand-over was undone by somebody else, or too late</source>
            <translation>交付由他人復原，或復原過晚</translation>
        </message>
        <message>
            <source>Goods were sold that orders wait for</source>
            <translation>賣掉了訂單等著的商品</translation>
        </message>
        <message>
            <source>A delivery brought something else than its note says</source>
            <translation>到貨與送貨單不符</translation>
        </message>
        <message>
            <source>From another store arrived something else than was sent</source>
            <translation>調入數量與調出數量不符</translation>
        </message>
        <message>
            <source>The same transfer was taken in twice; it counts once</source>
            <translation>同一調撥單收了兩次，只算一次</translation>
        </message>
        <message>
            <source>A transfer arrived in another store than it was sent to</source>
            <translation>調撥到了另一家門市</translation>
        </message>
        <message>
            <source>A piece with this serial number was sold twice</source>
            <translation>同一序號的商品被賣了兩次</translation>
        </message>
        <message>
            <source>Leave it as it is</source>
            <translation>保持原樣</translation>
        </message>
        <message>
            <source>Looked into it</source>
            <translation>已核查</translation>
        </message>
        <message>
            <source>Loss claimed back</source>
            <translation>已追回損失</translation>
        </message>
        <message>
            <source>Talked it over</source>
            <translation>已與當事人溝通</translation>
        </message>
        <message>
            <source>Product entered</source>
            <translation>已補登商品</translation>
        </message>
        <message>
            <source>Price corrected</source>
            <translation>已更正價格</translation>
        </message>
        <message>
            <source>Member entered</source>
            <translation>已補登會員</translation>
        </message>
        <message>
            <source>On the provider's list: paid</source>
            <translation>帳單顯示：已付款</translation>
        </message>
        <message>
            <source>On the provider's list: not paid</source>
            <translation>帳單顯示：未付款</translation>
        </message>
        <message>
            <source>End the offer at all tills</source>
            <translation>在所有收銀機結束該活動</translation>
        </message>
        <message>
            <source>More is on its way</source>
            <translation>已補貨</translation>
        </message>
        <message>
            <source>Customer told</source>
            <translation>已告知顧客</translation>
        </message>
        <message>
            <source>Always, offline too; stops only when a sale could go unrecorded.</source>
            <translation>斷網也照常；只有可能漏記時才暫停。</translation>
        </message>
        <message>
            <source>Offline with the campaigns that are here.</source>
            <translation>斷網時依本機已有的活動。</translation>
        </message>
        <message>
            <source>Offline with keys of the last 7 days.</source>
            <translation>斷網時用 7 天內的金鑰。</translation>
        </message>
        <message>
            <source>Offline for members that this till knows.</source>
            <translation>斷網時限本機已知的會員。</translation>
        </message>
        <message>
            <source>Offline for coupons of this store, with lists of the last 24 h.</source>
            <translation>斷網時限本店的券，且名單不超過 24 小時。</translation>
        </message>
        <message>
            <source>Offline too, against the orders that are here.</source>
            <translation>斷網也可以，以本機已有的訂單為準。</translation>
        </message>
        <message>
            <source>Online only; orders come when head office is back.</source>
            <translation>僅限連線；恢復後訂單會送到。</translation>
        </message>
        <message>
            <source>Papers wait until the printer is ready; selling goes on.</source>
            <translation>單據會等印表機就緒；銷售照常。</translation>
        </message>
        <message>
            <source>Always, offline too.</source>
            <translation>斷網也照常。</translation>
        </message>
        <message>
            <source>Kept here until head office has it, however long that takes.</source>
            <translation>存在本機，直到總部收到，無論多久。</translation>
        </message>
        <message>
            <source>The budget of this campaign is used up.</source>
            <translation>此活動的預算已用完。</translation>
        </message>
        <message>
            <source>The budget of this campaign was used up before.</source>
            <translation>此活動的預算先前已用完。</translation>
        </message>
        <message>
            <source>This coupon saves nothing on this order.</source>
            <translation>這張券在此訂單上沒有優惠。</translation>
        </message>
        <message>
            <source>All coupons of this campaign have been given out.</source>
            <translation>此活動的優惠券已發完。</translation>
        </message>
        <message>
            <source>This member has had as many coupons of this campaign as one may get.</source>
            <translation>此會員已領滿此活動的優惠券。</translation>
        </message>
        <message>
            <source>Scan the member first: coupons lie in the wallet.</source>
            <translation>請先掃會員碼：優惠券在票券匣裡。</translation>
        </message>
        <message>
            <source>The best coupons are in the basket already.</source>
            <translation>最優惠的券已在購物籃中。</translation>
        </message>
        <message>
            <source>Coupons have counted for longer already. They need the network now.</source>
            <translation>離線核銷已延長過，現在需要連線。</translation>
        </message>
        <message>
            <source>Take coupons for 48 h more without the network</source>
            <translation>離線時再接受優惠券 48 小時</translation>
        </message>
        <message>
            <source>A coupon was used after its campaign's budget was used up</source>
            <translation>活動預算用完後仍使用了優惠券</translation>
        </message>
        <message>
            <source>A campaign lost its offline right: too many of its coupons were used twice</source>
            <translation>活動已取消離線核銷：重複使用的優惠券過多</translation>
        </message>
        <message>
            <source>More points were spent than there were.</source>
            <translation>使用的點數超過餘額。</translation>
        </message>
        <message>
            <source>More points were spent than there were</source>
            <translation>使用的點數超過餘額</translation>
        </message>
        <message>
            <source>More of a balance was spent than there was</source>
            <translation>使用的儲值超過餘額</translation>
        </message>
        <message>
            <source>A balance paid, and nobody knows whose</source>
            <translation>用儲值餘額付了款，但不知是誰的</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>點數</translation>
        </message>
        <message>
            <source>Member balance</source>
            <translation>儲值餘額</translation>
        </message>
        <message>
            <source>Topped up by {0}. Slip {1}</source>
            <translation>已加值 {0}。單號 {1}</translation>
        </message>
        <message>
            <source>Topped up by {0}, and {1} from the store. Slip {2}</source>
            <translation>已加值 {0}，贈送 {1}。單號 {2}</translation>
        </message>
        <message>
            <source>This reward is not offered any more. Choose another one.</source>
            <translation>這項兌換已無法選擇。請選擇其他。</translation>
        </message>
        <message>
            <source>This amount is not offered any more. Choose another one.</source>
            <translation>這個金額已無法選擇。請選擇其他金額。</translation>
        </message>
        <message>
            <source>This top-up is written already. Look at its slip before you take money again.</source>
            <translation>這筆加值已經記錄。再次收款前請核對單據。</translation>
        </message>
        <message>
            <source>No reason yet. Say first why it is corrected.</source>
            <translation>還沒有原因。請先選擇更正原因。</translation>
        </message>
        <message>
            <source>Nobody is attached. Scan the member's code first.</source>
            <translation>尚未登記會員。請先掃會員碼。</translation>
        </message>
        <message>
            <source>Spent by a number alone, without a proof</source>
            <translation>只報號碼就使用了，未核實本人</translation>
        </message>
        <message>
            <source>Somebody known by a number alone spent points or a balance. Talk it over with who took it.</source>
            <translation>只報號碼的人使用了點數或餘額。請與經手人確認。</translation>
        </message>
        <message>
            <source>This is the code of another member. Scan that of this one.</source>
            <translation>這是另一位會員的碼，請掃描本會員的碼。</translation>
        </message>
        <message>
            <source>A code is on its way to the number that ends in {0}. It is good for 5 minutes.</source>
            <translation>驗證碼已傳送到末四碼 {0} 的手機，5 分鐘內有效。</translation>
        </message>
        <message>
            <source>Points that pay when you open Pay: {0}.</source>
            <translation>開啟付款時將折抵點數：{0}。</translation>
        </message>
        <message>
            <source>Nothing would change. Type how much.</source>
            <translation>沒有變化。請輸入數量。</translation>
        </message>
        <message>
            <source>That is more than there is. Type less.</source>
            <translation>超過現有數量，請減少。</translation>
        </message>
        <message>
            <source>This correction was made already. Look at the figures.</source>
            <translation>該更正已完成，請確認數字。</translation>
        </message>
        <message>
            <source>Head office does not answer. Corrections need it: try again later.</source>
            <translation>總部沒有回應。更正需要連線，請稍後再試。</translation>
        </message>
        <message>
            <source>That is above this person's limit. Type less.</source>
            <translation>超過此人的限額，請減少。</translation>
        </message>
        <message>
            <source>{0}: correct the points by {1}</source>
            <translation>{0}：點數更正 {1}</translation>
        </message>
        <message>
            <source>{0}: correct the principal by {1}</source>
            <translation>{0}：本金更正 {1}</translation>
        </message>
        <message>
            <source>{0}: correct the bonus by {1}</source>
            <translation>{0}：贈送金更正 {1}</translation>
        </message>
        <message>
            <source>Your limit is {0} points for one correction.</source>
            <translation>您每次最多可更正 {0} 點。</translation>
        </message>
        <message>
            <source>Goodwill</source>
            <translation>補償</translation>
        </message>
        <message>
            <source>Mistake</source>
            <translation>錯誤</translation>
        </message>
        <message>
            <source>A number alone only collects. To spend, scan the code on the member's phone; PIN or message code work, too.</source>
            <translation>只報號碼只能累積點數。要使用，請掃會員手機上的會員碼，也可用會員密碼或簡訊驗證碼。</translation>
        </message>
        <message>
            <source>That is not right. Tries left: {0}.</source>
            <translation>不正確。還可以試 {0} 次。</translation>
        </message>
        <message>
            <source>Too many wrong PINs. The next try in {0} min; a message code or the phone's code works.</source>
            <translation>密碼錯誤次數過多，{0} 分鐘後再試；可改用簡訊驗證碼或掃描會員碼。</translation>
        </message>
        <message>
            <source>This member has chosen no PIN. Send a code, or scan the phone's code.</source>
            <translation>該會員未設定密碼。請傳送驗證碼，或掃描會員碼。</translation>
        </message>
        <message>
            <source>No code was sent yet. Send one first.</source>
            <translation>還沒有傳送驗證碼，請先傳送。</translation>
        </message>
        <message>
            <source>This code is over. Send a new one.</source>
            <translation>該驗證碼已失效，請重新傳送。</translation>
        </message>
        <message>
            <source>Head office does not answer. Scan the code on the member's phone: that works offline.</source>
            <translation>總部沒有回應。請掃描會員手機上的會員碼，離線也能用。</translation>
        </message>
        <message>
            <source>A code was sent already. Another one in {0} s.</source>
            <translation>驗證碼已傳送，{0} 秒後可再傳送。</translation>
        </message>
        <message>
            <source>This member has told no phone number. Use the PIN.</source>
            <translation>該會員沒有登記手機號碼。請用會員密碼。</translation>
        </message>
        <message>
            <source>This shop sends no messages. Use the PIN, or scan the phone's code.</source>
            <translation>本店不傳送簡訊。請用會員密碼，或掃描會員碼。</translation>
        </message>
        <message>
            <source>A printed card proves nothing here. Scan the code on the member's phone.</source>
            <translation>實體卡在這裡不能證明本人。請掃描會員手機上的會員碼。</translation>
        </message>
        <message>
            <source>A printed card spends only with head office. Scan the code on the member's phone.</source>
            <translation>實體卡只能在連線時使用。請掃會員手機上的會員碼。</translation>
        </message>
        <message>
            <source>Nobody can say now what this member has. Pay otherwise.</source>
            <translation>目前無法得知該會員的餘額。請用其他方式付款。</translation>
        </message>
        <message>
            <source>That is more than there is. At most {0} now.</source>
            <translation>超過可用餘額。現在最多 {0}。</translation>
        </message>
        <message>
            <source>Head office does not answer. At most {0} can be spent at this till until it does.</source>
            <translation>總部沒有回應。恢復之前，本機最多還能使用 {0}。</translation>
        </message>
        <message>
            <source>At most {0} of this sale can be paid with points.</source>
            <translation>本單最多 {0} 可以用點數折抵。</translation>
        </message>
        <message>
            <source>So few points are worth nothing. Type more.</source>
            <translation>點數太少，折抵不了。請多輸入一些。</translation>
        </message>
        <message>
            <source>A birthday is month and day, 05-17 for instance.</source>
            <translation>生日填月和日，例如 05-17。</translation>
        </message>
        <message>
            <source>This is no card number: one of its 16 digits is wrong.</source>
            <translation>卡號不對：16 位數字中有一位錯了。</translation>
        </message>
        <message>
            <source>Say first why you look.</source>
            <translation>請先說明查看原因。</translation>
        </message>
        <message>
            <source>Type at least 3 last digits, 2 initials, or a character of the name.</source>
            <translation>至少輸入末 3 碼、拼音首字母 2 個，或姓名一個字。</translation>
        </message>
        <message>
            <source>Without a yes to the terms of membership nobody becomes a member.</source>
            <translation>須先同意會員條款才能入會。</translation>
        </message>
        <message>
            <source>This text is too long: {0} characters at most.</source>
            <translation>文字太長：最多 {0} 個字。</translation>
        </message>
        <message>
            <source>Head office does not allow this person to do that.</source>
            <translation>總部不允許此人這樣做。</translation>
        </message>
        <message>
            <source>Only head office knows the number, and it cannot be asked now.</source>
            <translation>只有總部知道號碼，現在聯絡不上總部。</translation>
        </message>
        <message>
            <source>A member from now on: points count with this purchase.</source>
            <translation>已入會，本單即可累點。</translation>
        </message>
        <message>
            <source>This number is a member's already.</source>
            <translation>此號碼已是會員。</translation>
        </message>
        <message>
            <source>Call back</source>
            <translation>回電</translation>
        </message>
        <message>
            <source>Check identity</source>
            <translation>核對身分</translation>
        </message>
        <message>
            <source>Correct it</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已儲存。</translation>
        </message>
        <message>
            <source>Without the network only members that this till knows are found.</source>
            <translation>沒有網路，只能找到本機認識的會員。</translation>
        </message>
        <message>
            <source>Nobody was found. The whole phone number finds every member.</source>
            <translation>沒有找到。輸入完整手機號碼可查到所有會員。</translation>
        </message>
        <message>
            <source>This document is finished or given up already. Begin anew.</source>
            <translation>此單已完成或已放棄，請重新開始。</translation>
        </message>
        <message>
            <source>There is nothing in it yet. Scan the goods first.</source>
            <translation>單內還沒有商品，請先掃碼。</translation>
        </message>
        <message>
            <source>A deposit has no stock of its own.</source>
            <translation>押金沒有庫存。</translation>
        </message>
        <message>
            <source>The code {0} is not known here.</source>
            <translation>本店沒有條碼 {0}。</translation>
        </message>
        <message>
            <source>A document holds {0} products. Finish it, then begin another.</source>
            <translation>一單最多 {0} 種商品，請先完成再開新單。</translation>
        </message>
        <message>
            <source>Choose why the goods are wasted.</source>
            <translation>請選擇報損原因。</translation>
        </message>
        <message>
            <source>Choose the store that the goods go to.</source>
            <translation>請選擇調往的門市。</translation>
        </message>
        <message>
            <source>Products that differ too much: {0}. Choose a reason for each, or count again.</source>
            <translation>差異過大的商品：{0}。請逐一選擇原因，或重新清點。</translation>
        </message>
        <message>
            <source>This transfer is no longer on its way. Somebody may have taken it in.</source>
            <translation>此調撥單已不在途，可能已有人收貨。</translation>
        </message>
        <message>
            <source>These goods go to {0}. They are taken in there.</source>
            <translation>這批貨送往{0}，請在那裡收貨。</translation>
        </message>
        <message>
            <source>The goods of this delivery note were taken in already.</source>
            <translation>這張送貨單的貨已經收過了。</translation>
        </message>
        <message>
            <source>Head office has not told of this transfer yet. Leave the goods aside and scan again later.</source>
            <translation>總部還沒有傳來這筆調撥。貨先放一旁，稍後再掃。</translation>
        </message>
        <message>
            <source>This transfer is open already. Scan its goods.</source>
            <translation>這筆調撥已經打開，請掃商品。</translation>
        </message>
        <message>
            <source>What arrived from {0} is not finished. Open it under On the way, then scan this one again.</source>
            <translation>{0}送來的貨還沒收完。請先在「在途」裡打開並完成，再掃這一張。</translation>
        </message>
        <message>
            <source>Finish this document first, or go back from it, then scan the delivery note again.</source>
            <translation>請先完成這張單據，或退出它，再掃送貨單。</translation>
        </message>
        <message>
            <source>The delivery note of a transfer. Open Stock and scan it there.</source>
            <translation>這是調撥的送貨單。請到「庫存」裡掃。</translation>
        </message>
        <message>
            <source>Set the quantity first, then scan on.</source>
            <translation>請先輸完數量，再繼續掃碼。</translation>
        </message>
        <message>
            <source>That is no date. Key in year, month and day: 261231.</source>
            <translation>這不是日期。請輸入年、月、日，例如 261231。</translation>
        </message>
        <message>
            <source>The piece with the serial number {0} is in the document already. Scan another one.</source>
            <translation>序號為 {0} 的這一件已經在單據裡。請掃另一件。</translation>
        </message>
        <message>
            <source>By the figures all that is left of it is past its date. Look at the date.</source>
            <translation>依庫存批次，剩下的都已過期。請看一下包裝上的日期。</translation>
        </message>
        <message>
            <source>The piece with the serial number {0} is in the basket already. Scan another piece.</source>
            <translation>序號為 {0} 的這一件已經在購物籃裡。請掃另一件。</translation>
        </message>
        <message>
            <source>Each piece has its own serial number. Scan the next piece instead.</source>
            <translation>每件商品都有自己的序號。請直接掃下一件。</translation>
        </message>
        <message>
            <source>That is the product's code. Scan the serial number of this piece.</source>
            <translation>這是商品條碼。請掃這一件的序號。</translation>
        </message>
        <message>
            <source>That is the number of another product.</source>
            <translation>這是另一種商品的序號。</translation>
        </message>
        <message>
            <source>That is no serial number.</source>
            <translation>這不是序號。</translation>
        </message>
        <message>
            <source>Best before {0}: it is past its date and is not sold.</source>
            <translation>賞味期限 {0}：已過期，不能銷售。</translation>
        </message>
        <message>
            <source>The date {0} is near: {1} off is offered.</source>
            <translation>{0} 到期：可優惠 {1}。</translation>
        </message>
        <message>
            <source>Sell {0} past its date {1}</source>
            <translation>銷售已過 {1} 的 {0}</translation>
        </message>
        <message>
            <source>Received. Products: {0}</source>
            <translation>已收貨，商品 {0} 種</translation>
        </message>
        <message>
            <source>Written off. Products: {0}</source>
            <translation>已報損，商品 {0} 種</translation>
        </message>
        <message>
            <source>Counted. Products: {0}</source>
            <translation>盤點完成，商品 {0} 種</translation>
        </message>
        <message>
            <source>Sent; it stands under On the way. Products: {0}</source>
            <translation>已調出，見「在途」。商品 {0} 種</translation>
        </message>
        <message>
            <source>Taken in. Products: {0}</source>
            <translation>調入完成，商品 {0} 種</translation>
        </message>
        <message>
            <source>The delivery note is printed once more.</source>
            <translation>送貨單再印一張。</translation>
        </message>
        <message>
            <source>Given up. Nothing has moved.</source>
            <translation>已放棄，庫存沒有變動。</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>過期</translation>
        </message>
        <message>
            <source>Theft</source>
            <translation>失竊</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>試用</translation>
        </message>
        <message>
            <source>Own use</source>
            <translation>自用</translation>
        </message>
        <message>
            <source>Miscounted before</source>
            <translation>上次點錯</translation>
        </message>
        <message>
            <source>Nobody knows</source>
            <translation>原因不明</translation>
        </message>
        <message>
            <source>The half hour for order {0} is over. Take it out of the basket and order it again.</source>
            <translation>訂單 {0} 的半小時保留時間已過。請從購物籃中取出，重新訂貨。</translation>
        </message>
        <message>
            <source>Say for whom it is: scan the member, or type name and phone number.</source>
            <translation>請說明是為誰訂的：掃描會員碼，或輸入姓名和手機號碼。</translation>
        </message>
        <message>
            <source>A courier needs a phone number and the address.</source>
            <translation>送貨需要手機號碼和地址。</translation>
        </message>
        <message>
            <source>Choose where the customer gets it.</source>
            <translation>請選擇顧客在哪裡取貨。</translation>
        </message>
        <message>
            <source>This cannot be ordered: only plain goods that are sold by the piece.</source>
            <translation>此商品不能訂貨：只能訂按件銷售、沒有規格的商品。</translation>
        </message>
        <message>
            <source>Head office cannot be reached, and only it knows what other stores have. Nothing is ordered.</source>
            <translation>無法連線總部，只有總部知道其他門市的庫存。沒有訂貨。</translation>
        </message>
        <message>
            <source>This time is full by now. Choose another one.</source>
            <translation>這個時段已滿，請選擇其他時段。</translation>
        </message>
        <message>
            <source>This store has no time free. Choose another one.</source>
            <translation>這家門市沒有可用的時段，請選擇其他門市。</translation>
        </message>
        <message>
            <source>An offer of this order was used up by somebody else. Order it again for the price without it.</source>
            <translation>這張訂單用到的優惠已被別人用完。請重新訂貨，按沒有該優惠的價格計算。</translation>
        </message>
        <message>
            <source>Weighed goods cannot be ordered.</source>
            <translation>秤重商品不能訂貨。</translation>
        </message>
        <message>
            <source>This product needs options that it cannot be ordered with.</source>
            <translation>此商品的規格不能在這裡訂貨。</translation>
        </message>
        <message>
            <source>There is not enough of it there any more. Choose another store, or fewer.</source>
            <translation>那裡的數量已經不夠。請選擇其他門市，或減少數量。</translation>
        </message>
        <message>
            <source>The folder {0} is not there. Plug it in or name another.</source>
            <translation>找不到資料夾 {0}。請接上或另選資料夾。</translation>
        </message>
        <message>
            <source>The report could not be written to {0}. Make room or name another folder.</source>
            <translation>報表無法寫入 {0}。請騰出空間或另選資料夾。</translation>
        </message>
        <message>
            <source>No kind of file was chosen. Choose at least one.</source>
            <translation>沒有選擇檔案類型。請至少選擇一種。</translation>
        </message>
        <message>
            <source>This computer has no printer for A4. Save the report as PDF, or set up a printer.</source>
            <translation>這台電腦沒有 A4 印表機。請另存為 PDF，或設定印表機。</translation>
        </message>
        <message>
            <source>The printer for A4 did not take the report. Check it, then print again.</source>
            <translation>A4 印表機沒有接收報表。請檢查後再列印。</translation>
        </message>
        <message>
            <source>Closes whose files wait: {0}. The folder {1} is not there; they are written when it is back.</source>
            <translation>待寫出日結檔案：{0} 次。找不到資料夾 {1}，恢復後會自動補寫。</translation>
        </message>
        <message>
            <source>This is no whole path. Type all of it, or choose the folder.</source>
            <translation>這不是完整路徑。請輸入全部路徑，或選擇資料夾。</translation>
        </message>
        <message>
            <source>Files are written at the next close.</source>
            <translation>從下一次結班或日結起寫出檔案。</translation>
        </message>
        <message>
            <source>No files are written by themselves any more.</source>
            <translation>不再自動寫出檔案。</translation>
        </message>
        <message>
            <source>Closes whose files wait: {0}. They cannot be written to {1}; it is tried again.</source>
            <translation>待寫出日結檔案：{0} 次。無法寫入 {1}，會自動重試。</translation>
        </message>
        <message>
            <source>This is the drawer of {0}. Suspend the shift first.</source>
            <translation>這是{0}的錢櫃。請先暫停該班別。</translation>
        </message>
        <message>
            <source>This is the drawer of {0}. Money needs a drawer of your own, and you may not open one.</source>
            <translation>這是{0}的錢櫃。收付款需要您自己的錢櫃，而您無權開班。</translation>
        </message>
        <message>
            <source>Choose why the shift is suspended.</source>
            <translation>請選擇暫停班別的原因。</translation>
        </message>
        <message>
            <source>It was counted as often as the store lets you. Somebody has to allow the difference.</source>
            <translation>已達到門市允許的清點次數。差異須由他人授權。</translation>
        </message>
        <message>
            <source>Nobody allows a difference of their own. Ask another person.</source>
            <translation>自己的差異不能由自己授權，請另一人授權。</translation>
        </message>
        <message>
            <source>{0} counted, or it is their drawer. Ask somebody who had no part in it.</source>
            <translation>{0}參與了清點，或這是其本人的錢櫃。請未參與的人授權。</translation>
        </message>
        <message>
            <source>Training did not end as it should ({0}). The till is as it was.</source>
            <translation>練習未正常結束（{0}），收銀機不受影響。</translation>
        </message>
        <message>
            <source>Receipts made in training: {0}. Their number stands in the Z.</source>
            <translation>練習中開出的收據：{0} 張，數量記入 Z 報表。</translation>
        </message>
        <message>
            <source>Show what the shift came to so far (X)</source>
            <translation>查看本班至今彙總（X 報表）</translation>
        </message>
        <message>
            <source>Something happened to the drawer since the last count. Count again.</source>
            <translation>上次清點後錢櫃有變動。請重新清點。</translation>
        </message>
        <message>
            <source>Say why there is a difference.</source>
            <translation>請說明差異原因。</translation>
        </message>
        <message>
            <source>No more can stay in the drawer than was counted.</source>
            <translation>留存金額不能多於實點金額。</translation>
        </message>
        <message>
            <source>The amount must be above 0, as the counted pieces are.</source>
            <translation>金額須大於 0，並與清點張數一致。</translation>
        </message>
        <message>
            <source>Choose a reason.</source>
            <translation>請選擇原因。</translation>
        </message>
        <message>
            <source>This reason needs a note.</source>
            <translation>此原因需要填寫備註。</translation>
        </message>
        <message>
            <source>This movement is written already.</source>
            <translation>這筆收支已記錄。</translation>
        </message>
        <message>
            <source>The cash drawer has stood open for {0}. Shut it.</source>
            <translation>錢櫃已打開 {0}，請關上。</translation>
        </message>
        <message>
            <source>The day {0} is closed.</source>
            <translation>{0} 已日結。</translation>
        </message>
        <message>
            <source>This day has not begun.</source>
            <translation>這一天還沒有開始。</translation>
        </message>
        <message>
            <source>No shift of this day is closed, so there is nothing to state.</source>
            <translation>當日沒有已交班的班別，無法日結。</translation>
        </message>
    </context>
</TS>
