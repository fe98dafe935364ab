<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hans">
    <context>
        <name>Approval</name>
        <message>
            <source>Who allows this?</source>
            <translation>谁来授权？</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>换一个人</translation>
        </message>
        <message>
            <source>The staff list is older than three days: only managers can allow this.</source>
            <translation>员工名单已超过三天未更新：只有店长可以授权。</translation>
        </message>
        <message>
            <source>Nobody here can allow this</source>
            <translation>这里没有人可以授权</translation>
        </message>
        <message>
            <source>It needs another person with the right for it.</source>
            <translation>需要另一位有此权限的人。</translation>
        </message>
    </context>
    <context>
        <name>Campaigns</name>
        <message>
            <source>Coupon campaigns</source>
            <translation>优惠券活动</translation>
        </message>
        <message>
            <source>From issued to redeemed</source>
            <translation>从发放到核销</translation>
        </message>
        <message>
            <source>What sales did to its coupons</source>
            <translation>该活动优惠券的使用记录</translation>
        </message>
        <message>
            <source>Looking for receipt {number}</source>
            <translation>正在查找小票 {number}</translation>
        </message>
        <message>
            <source>Asking head office</source>
            <translation>正在询问总部</translation>
        </message>
        <message>
            <source>The campaigns are not here</source>
            <translation>无法读取活动</translation>
        </message>
        <message>
            <source>Their accounts live at head office. Selling goes on; try again later.</source>
            <translation>活动账目在总部。销售照常，请稍后再试。</translation>
        </message>
        <message>
            <source>No coupon campaigns</source>
            <translation>没有优惠券活动</translation>
        </message>
        <message>
            <source>Head office has none for this store.</source>
            <translation>总部没有为本店设置活动。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>显示更多</translation>
        </message>
        <message>
            <source>Let it count offline again</source>
            <translation>恢复断网可用</translation>
        </message>
        <message>
            <source>Why may it count offline again? Conflicts are counted anew from now on.</source>
            <translation>为什么可以恢复断网可用？冲突从现在起重新计数。</translation>
        </message>
        <message>
            <source>Leave it online only</source>
            <translation>保持仅限联网</translation>
        </message>
        <message>
            <source>redeemed {redeemed} of {issued}</source>
            <translation>已核销 {redeemed}／已发 {issued}</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>conflicts: {count}</source>
            <translation>冲突 {count}</translation>
        </message>
        <message>
            <source>figures of all stores</source>
            <translation>全部门店的数据</translation>
        </message>
        <message>
            <source>this store</source>
            <translation>本店</translation>
        </message>
        <message>
            <source>running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>offline right lost {when}: too many conflicts</source>
            <translation>{when} 取消离线核销：冲突过多</translation>
        </message>
        <message>
            <source>counts without the network</source>
            <translation>断网可用</translation>
        </message>
        <message>
            <source>online only</source>
            <translation>仅限联网</translation>
        </message>
        <message>
            <source>The conflicts are cleared up</source>
            <translation>冲突已处理完</translation>
        </message>
        <message>
            <source>The network works again</source>
            <translation>网络已恢复</translation>
        </message>
        <message>
            <source>Agreed with head office</source>
            <translation>已与总部商定</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>已发</translation>
        </message>
        <message>
            <source>In a wallet</source>
            <translation>在卡包</translation>
        </message>
        <message>
            <source>Redeemed</source>
            <translation>已核销</translation>
        </message>
        <message>
            <source>Cost  {spent}</source>
            <translation>成本  {spent}</translation>
        </message>
        <message>
            <source>Cost  {spent} of {budget}, {reserved} reserved</source>
            <translation>成本  {spent}／预算 {budget}，已预留 {reserved}</translation>
        </message>
        <message>
            <source>Conflicts, on their own account: {count}, {amount}</source>
            <translation>冲突（单独记账）：{count} 笔，{amount}</translation>
        </message>
        <message>
            <source>before that {receipt}</source>
            <translation>此前 {receipt}</translation>
        </message>
        <message>
            <source>Total {total}</source>
            <translation>合计 {total}</translation>
        </message>
        <message>
            <source>Came back with its goods</source>
            <translation>随退货退回</translation>
        </message>
        <message>
            <source>Conflict: was not there to be used</source>
            <translation>冲突：该券已不可用</translation>
        </message>
        <message>
            <source>Above the budget: on the account of conflicts</source>
            <translation>超出预算：记入冲突账</translation>
        </message>
    </context>
    <context>
        <name>CashGrid</name>
        <message>
            <source>Pieces of {face}: {count}</source>
            <translation>{face} 张数：{count}</translation>
        </message>
        <message>
            <source>One {face} less</source>
            <translation>少一张 {face}</translation>
        </message>
        <message>
            <source>One {face} more</source>
            <translation>多一张 {face}</translation>
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
            <translation>Z 报表 {number} · {when}</translation>
        </message>
        <message>
            <source>Net sales {total} · receipts {count}</source>
            <translation>净销售额 {total} · 交易 {count} 笔</translation>
        </message>
        <message>
            <source>Card payments not settled: {count}. They pay for nothing yet, or are in doubt.</source>
            <translation>{count} 笔卡或扫码收款未了结：尚未用于任何销售，或状态不明。</translation>
        </message>
        <message>
            <source>Parked sales that stay: {count}. Recall or give them up, or leave them to the next shift.</source>
            <translation>还有 {count} 个挂单：可先取单或作废，也可留给下一班。</translation>
        </message>
        <message>
            <source>Parked sales that have expired and will be given up: {count}.</source>
            <translation>{count} 个挂单已过期，将作废。</translation>
        </message>
        <message>
            <source>Suspended shifts that stay open at this till: {count}. Each is counted on its own.</source>
            <translation>本机还有 {count} 个挂起的班次，各自清点。</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>长款</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>短款</translation>
        </message>
        <message>
            <source>Count {number}: {amount} cash. It is kept.</source>
            <translation>第 {number} 次清点：现金 {amount}，已留存。</translation>
        </message>
        <message>
            <source>The provider's list was not heard. The shift closes all the same, and the Z says so.</source>
            <translation>未收到支付机构清单。照样可以结班，Z 报表会注明。</translation>
        </message>
        <message>
            <source>Cards {amount}: the provider's list agrees.</source>
            <translation>刷卡与扫码 {amount}：与支付机构清单一致。</translation>
        </message>
        <message>
            <source>Still in doubt: {count}.</source>
            <translation>仍存疑：{count} 笔。</translation>
        </message>
        <message>
            <source>Cards {own} here, {theirs} on the provider's list. Orders that differ: {count}.</source>
            <translation>刷卡与扫码：本机 {own}，支付机构清单 {theirs}。不一致的订单：{count} 笔。</translation>
        </message>
        <message>
            <source>Order {number}: {own} here, nothing at the provider.</source>
            <translation>订单 {number}：本机 {own}，支付机构没有。</translation>
        </message>
        <message>
            <source>Order {number}: {theirs} at the provider, nothing here.</source>
            <translation>订单 {number}：支付机构 {theirs}，本机未收。</translation>
        </message>
        <message>
            <source>Order {number}: {own} here, {theirs} at the provider.</source>
            <translation>订单 {number}：本机 {own}，支付机构 {theirs}。</translation>
        </message>
        <message>
            <source>Order {number}: {theirs} at the provider, unknown to this till.</source>
            <translation>订单 {number}：支付机构 {theirs}，本机没有记录。</translation>
        </message>
        <message>
            <source>Counted {counted}, expected {expected}</source>
            <translation>实点 {counted}，应有 {expected}</translation>
        </message>
        <message>
            <source>In the drawer {left} · to the safe {taken}</source>
            <translation>留在钱箱 {left} · 投库 {taken}</translation>
        </message>
        <message>
            <source>The Z cannot be shown. It is saved and prints all the same.</source>
            <translation>无法显示 Z 报表，但已保存，照常打印。</translation>
        </message>
        <message>
            <source>Drawing the Z</source>
            <translation>正在生成 Z 报表</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>补打</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>日结</translation>
        </message>
        <message>
            <source>Shift report</source>
            <translation>班次报表</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>The Z as it prints</source>
            <translation>Z 报表打印预览</translation>
        </message>
        <message>
            <source>The difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>The count is right</source>
            <translation>清点无误</translation>
        </message>
        <message>
            <source>Count once more ({count} left)</source>
            <translation>再点一次（还可 {count} 次）</translation>
        </message>
        <message>
            <source>Close with the difference</source>
            <translation>带差异交班</translation>
        </message>
        <message>
            <source>Close shift</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>An earlier count differed by {amount}, and cash was moved after it or no count is left: say why, and have it approved.</source>
            <translation>之前的清点相差 {amount}，之后又动过现金或已无清点次数：请说明原因并请人授权。</translation>
        </message>
        <message>
            <source>Above the store's limit of {limit}: say why, and have it approved.</source>
            <translation>超过门店限额 {limit}：请说明原因，并由他人批准。</translation>
        </message>
        <message>
            <source>Within the store's limit of {limit}.</source>
            <translation>在门店限额 {limit} 以内。</translation>
        </message>
        <message>
            <source>Stays in the drawer</source>
            <translation>留在钱箱</translation>
        </message>
        <message>
            <source>The float of the next shift</source>
            <translation>下一班的备用金</translation>
        </message>
        <message>
            <source>More than was counted.</source>
            <translation>多于清点的金额。</translation>
        </message>
        <message>
            <source>To the safe: {amount}</source>
            <translation>投库：{amount}</translation>
        </message>
        <message>
            <source>Why does it differ?</source>
            <translation>为什么有差异？</translation>
        </message>
        <message>
            <source>In your own words</source>
            <translation>用自己的话说明</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再次查询</translation>
        </message>
        <message>
            <source>Close shift {number}</source>
            <translation>交班 · 第 {number} 班</translation>
        </message>
        <message>
            <source>Opened {when} by {name}</source>
            <translation>{name} 于 {when} 开班</translation>
        </message>
        <message>
            <source>Nothing is unfinished</source>
            <translation>没有未完事项</translation>
        </message>
        <message>
            <source>No parked sale, no doubt, no order that waits.</source>
            <translation>没有挂单，没有存疑收款，没有待取订单。</translation>
        </message>
        <message>
            <source>To send: {count}. It is sent later; nothing is lost.</source>
            <translation>待上传 {count} 条，联网后自动上传，不影响交班。</translation>
        </message>
        <message>
            <source>Orders waiting to be picked up: {count}. They stay for the next shift.</source>
            <translation>待取订单 {count} 单，留给下一班。</translation>
        </message>
        <message>
            <source>Count the drawer</source>
            <translation>清点钱箱</translation>
        </message>
        <message>
            <source>Count once more: count {number}</source>
            <translation>再点一次：第 {number} 次清点</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>清点完毕</translation>
        </message>
        <message>
            <source>The drawer, with the float</source>
            <translation>钱箱全部现金，含备用金</translation>
        </message>
        <message>
            <source>The sum of the device</source>
            <translation>收款设备上的合计</translation>
        </message>
        <message>
            <source>Count first, look later: the till shows what it expects afterwards.</source>
            <translation>先清点，后查看：应有金额在清点之后才显示。</translation>
        </message>
        <message>
            <source>Next tender</source>
            <translation>下一种收款方式</translation>
        </message>
        <message>
            <source>The slips, by their value</source>
            <translation>券根，按面值</translation>
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
            <translation>当日班次</translation>
        </message>
        <message>
            <source>Close it all the same</source>
            <translation>仍然日结</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>日结</translation>
        </message>
        <message>
            <source>The store's day</source>
            <translation>门店日结</translation>
        </message>
        <message>
            <source>Asking the other tills</source>
            <translation>正在询问其他收银机</translation>
        </message>
        <message>
            <source>The day {day}</source>
            <translation>{day} 日结</translation>
        </message>
        <message>
            <source>✓  All tills of the store have closed.</source>
            <translation>✓  门店所有收银机都已交班。</translation>
        </message>
        <message>
            <source>△  Not everything of the day is here.</source>
            <translation>△  当日数据不完整。</translation>
        </message>
        <message>
            <source>△  Offline: only the shifts of this till are known.</source>
            <translation>△  离线：只知道本机的班次。</translation>
        </message>
        <message>
            <source>Closed {when}.</source>
            <translation>已于 {when} 日结。</translation>
        </message>
        <message>
            <source>Net sales</source>
            <translation>净销售额</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>To the safe</source>
            <translation>投库</translation>
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
            <translation>后一天</translation>
        </message>
        <message>
            <source>No shift of this day is closed</source>
            <translation>当日没有已交班的班次</translation>
        </message>
        <message>
            <source>A shift stands here with its Z once it is closed.</source>
            <translation>班次交班后，连同 Z 报表列在这里。</translation>
        </message>
        <message>
            <source>The day is not complete. What comes later stands apart; nothing closed changes.</source>
            <translation>当日数据不完整。之后到达的单独列示，已结的不变。</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收银机</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Z no.</source>
            <translation>Z 报表</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>交班时间</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>{till}: a shift is still open. Close it there first.</source>
            <translation>{till}：还有班次未交班，请先在那里交班。</translation>
        </message>
        <message>
            <source>{till}: not heard of. What it sold comes later and stands apart.</source>
            <translation>{till}：没有消息。它的销售之后到达，单独列示。</translation>
        </message>
    </context>
    <context>
        <name>Drawer</name>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
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
            <translation>备注</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>钱箱</translation>
        </message>
        <message>
            <source>Drawer · shift {number}</source>
            <translation>钱箱 · 班次 {number}</translation>
        </message>
        <message>
            <source>The drawer of {name}, open since {when}.</source>
            <translation>{name} 的个人钱箱，{when} 开班。</translation>
        </message>
        <message>
            <source>A shared drawer, opened by {name}, {when}.</source>
            <translation>共用钱箱，由 {name} 于 {when} 开班。</translation>
        </message>
        <message>
            <source>What happened at the drawer</source>
            <translation>钱箱记录</translation>
        </message>
        <message>
            <source>Nothing happened at the drawer yet</source>
            <translation>钱箱还没有记录</translation>
        </message>
        <message>
            <source>Cash that moves without a sale stands here: who, why and how much.</source>
            <translation>销售以外的现金进出都记在这里：谁、为何、多少。</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>现金存入</translation>
        </message>
        <message>
            <source>Paid out</source>
            <translation>现金支出</translation>
        </message>
        <message>
            <source>To the safe</source>
            <translation>投库</translation>
        </message>
        <message>
            <source>More float</source>
            <translation>追加备用金</translation>
        </message>
        <message>
            <source>Open the drawer</source>
            <translation>开钱箱</translation>
        </message>
        <message>
            <source>X report</source>
            <translation>X 报表</translation>
        </message>
        <message>
            <source>Suspend the shift</source>
            <translation>挂起班次</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>已挂起</translation>
        </message>
        <message>
            <source>Resumed</source>
            <translation>已恢复</translation>
        </message>
        <message>
            <source>Cash that comes into the drawer and is no sale.</source>
            <translation>放入钱箱、但不是销售的现金。</translation>
        </message>
        <message>
            <source>Cash that leaves the drawer for something the shop buys or owes.</source>
            <translation>为门店采购或应付而从钱箱取出的现金。</translation>
        </message>
        <message>
            <source>Cash that goes from the drawer into the safe; it is not counted again.</source>
            <translation>从钱箱放入保险柜的现金，之后不再清点。</translation>
        </message>
        <message>
            <source>Change that is brought to the drawer.</source>
            <translation>补充到钱箱里的零钱。</translation>
        </message>
        <message>
            <source>The drawer opens without a sale. It stands in the Z.</source>
            <translation>没有销售而开钱箱，会记入 Z 报表。</translation>
        </message>
        <message>
            <source>The shift waits. Somebody goes on with it, or it is closed later.</source>
            <translation>班次暂停，之后继续，或另行交班。</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>{name}, allowed by {other}</source>
            <translation>{name}，{other} 批准</translation>
        </message>
        <message>
            <source>X {number}</source>
            <translation>X 报表 {number}</translation>
        </message>
        <message>
            <source>The shift so far. Nothing is reset, and the shift goes on.</source>
            <translation>截至目前的班次。不清零，班次继续。</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>The X as it prints</source>
            <translation>X 报表打印样式</translation>
        </message>
    </context>
    <context>
        <name>Exceptions</name>
        <message>
            <source>What has to be looked at</source>
            <translation>待处理的异常</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Asking head office</source>
            <translation>正在询问总部</translation>
        </message>
        <message>
            <source>The list is not here</source>
            <translation>列表未能取得</translation>
        </message>
        <message>
            <source>It lives at head office. Selling goes on; try again later.</source>
            <translation>列表在总部。收银照常进行，请稍后再试。</translation>
        </message>
        <message>
            <source>Nothing to look at</source>
            <translation>没有异常</translation>
        </message>
        <message>
            <source>Head office has no doubts about this store.</source>
            <translation>总部对本店没有疑问。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>待处理</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>已处理</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>显示更多</translation>
        </message>
        <message>
            <source>Note, if one is needed</source>
            <translation>备注（可选）</translation>
        </message>
        <message>
            <source>Looking for receipt {number}</source>
            <translation>正在查找小票 {number}</translation>
        </message>
        <message>
            <source>Receipt {number}</source>
            <translation>小票 {number}</translation>
        </message>
        <message>
            <source>Really, at all tills? Tap again</source>
            <translation>确定在所有收银机结束？再点一次</translation>
        </message>
        <message>
            <source>{when} · till {till} · {who}</source>
            <translation>{when} · 收银机 {till} · {who}</translation>
        </message>
        <message>
            <source>{when} · {who}: {action}</source>
            <translation>{when} · {who}：{action}</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>异常</translation>
        </message>
        <message>
            <source>Exceptions · {count} open</source>
            <translation>异常 · {count} 条待处理</translation>
        </message>
        <message>
            <source>Total {total}</source>
            <translation>合计 {total}</translation>
        </message>
        <message>
            <source>Something of it came back since.</source>
            <translation>此后有商品退回。</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Offer</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Sold for</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Price at head office</source>
            <translation>总部价格</translation>
        </message>
        <message>
            <source>Sum of the lines</source>
            <translation>明细合计</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>应收</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>实收</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Allowed</source>
            <translation>允许次数</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>已用次数</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>冲突</translation>
        </message>
        <message>
            <source>Redeemed</source>
            <translation>已核销</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>支付机构</translation>
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
            <translation>小票</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Points too many</source>
            <translation>多用的积分</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺少</translation>
        </message>
        <message>
            <source>Left in the store</source>
            <translation>店内剩余</translation>
        </message>
        <message>
            <source>Kept for orders</source>
            <translation>订单预留</translation>
        </message>
        <message>
            <source>On the delivery note</source>
            <translation>送货单数量</translation>
        </message>
        <message>
            <source>Came</source>
            <translation>实收</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>调出</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>调入</translation>
        </message>
        <message>
            <source>the till itself</source>
            <translation>收银机</translation>
        </message>
        <message>
            <source>Head office has doubts about this store: {count}</source>
            <translation>总部对本店有疑问：{count} 条</translation>
        </message>
        <message>
            <source>Show the list</source>
            <translation>查看列表</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>Buttons</source>
            <translation>按钮</translation>
        </message>
        <message>
            <source>Pay</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>会员</translation>
        </message>
        <message>
            <source>Pickup</source>
            <translation>自提单</translation>
        </message>
        <message>
            <source>Exact amount</source>
            <translation>正好</translation>
        </message>
        <message>
            <source>Empty the basket</source>
            <translation>清空购物篮</translation>
        </message>
        <message>
            <source>Tenders and disabled</source>
            <translation>收款方式与停用</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Gift card</source>
            <translation>礼品卡</translation>
        </message>
        <message>
            <source>Needs the network</source>
            <translation>需联网</translation>
        </message>
        <message>
            <source>Words and figures</source>
            <translation>文字与数字</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>输入框</translation>
        </message>
        <message>
            <source>Name, code or phone</source>
            <translation>名称、条码或手机号</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手机号</translation>
        </message>
        <message>
            <source>A phone number has 11 digits.</source>
            <translation>手机号应为 11 位数字。</translation>
        </message>
        <message>
            <source>The basket is empty</source>
            <translation>购物篮为空</translation>
        </message>
        <message>
            <source>Scan something, or tap a product.</source>
            <translation>扫描商品，或点选商品。</translation>
        </message>
        <message>
            <source>Pads</source>
            <translation>键盘</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Basket</source>
            <translation>购物篮</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Paid. The receipt is printing.</source>
            <translation>已收款，小票打印中。</translation>
        </message>
        <message>
            <source>The basket was brought back as it was.</source>
            <translation>购物篮已恢复原样。</translation>
        </message>
        <message>
            <source>Head office cannot be reached. Selling goes on.</source>
            <translation>无法连接总部，收款不受影响。</translation>
        </message>
        <message>
            <source>The printer does not answer. This sale is saved.</source>
            <translation>打印机没有回应，本单已保存。</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>补打</translation>
        </message>
        <message>
            <source>Nothing to do here</source>
            <translation>暂无待办</translation>
        </message>
        <message>
            <source>Receipts an hour, takings by tender</source>
            <translation>分时交易笔数、收款方式</translation>
        </message>
        <message>
            <source>Receipts an hour</source>
            <translation>分时交易笔数</translation>
        </message>
        <message>
            <source>Over and short</source>
            <translation>长短款</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>Takings by tender</source>
            <translation>收款方式</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>小票</translation>
        </message>
        <message>
            <source>Lists and tables</source>
            <translation>列表与表格</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Gallery</source>
            <translation>控件一览</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>浅色或深色</translation>
        </message>
        <message>
            <source>Open a panel</source>
            <translation>打开面板</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Till 02</source>
            <translation>收银机 02</translation>
        </message>
        <message>
            <source>Online · everything works</source>
            <translation>在线 · 全部功能可用</translation>
        </message>
        <message>
            <source>To send: 0</source>
            <translation>待上传 0</translation>
        </message>
        <message>
            <source>Favourites</source>
            <translation>常卖</translation>
        </message>
        <message>
            <source>Coffee</source>
            <translation>咖啡</translation>
        </message>
        <message>
            <source>Tea</source>
            <translation>茶饮</translation>
        </message>
        <message>
            <source>Bakery</source>
            <translation>烘焙</translation>
        </message>
        <message>
            <source>Gifts</source>
            <translation>礼盒</translation>
        </message>
        <message>
            <source>App</source>
            <translation>App</translation>
        </message>
        <message>
            <source>18 min</source>
            <translation>18 分钟</translation>
        </message>
        <message>
            <source>2 left</source>
            <translation>剩 2</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>已超时</translation>
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
            <translation>选规格</translation>
        </message>
        <message>
            <source>Member price</source>
            <translation>会员价</translation>
        </message>
        <message>
            <source>Second at half price</source>
            <translation>第二件半价</translation>
        </message>
        <message>
            <source>One more saves ¥6.00</source>
            <translation>再买 1 件省 ¥6.00</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已付</translation>
        </message>
        <message>
            <source>New orders</source>
            <translation>新订单</translation>
        </message>
        <message>
            <source>Start picking</source>
            <translation>开始拣货</translation>
        </message>
        <message>
            <source>Due in 6 min</source>
            <translation>6 分钟后到时</translation>
        </message>
        <message>
            <source>Picking</source>
            <translation>拣货中</translation>
        </message>
        <message>
            <source>Go on picking</source>
            <translation>继续拣货</translation>
        </message>
        <message>
            <source>4 min late</source>
            <translation>已超时 4 分钟</translation>
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
            <translation>收款并确认取货</translation>
        </message>
        <message>
            <source>41 min</source>
            <translation>41 分钟</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>异常</translation>
        </message>
        <message>
            <source>Net sales</source>
            <translation>净销售额</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>交易笔数</translation>
        </message>
        <message>
            <source>Average receipt</source>
            <translation>客单价</translation>
        </message>
        <message>
            <source>Member share</source>
            <translation>会员占比</translation>
        </message>
        <message>
            <source>97% in time</source>
            <translation>准时率 97%</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>短款</translation>
        </message>
        <message>
            <source>Within the limit</source>
            <translation>在限额内</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>上周</translation>
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
            <translation>支付宝</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>刷卡</translation>
        </message>
        <message>
            <source>Not sold here</source>
            <translation>本店不售</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
    </context>
    <context>
        <name>Health</name>
        <message>
            <source>Trying</source>
            <translation>正在尝试</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>立即重试</translation>
        </message>
        <message>
            <source>End the drill</source>
            <translation>结束演练</translation>
        </message>
        <message>
            <source>Drill: head office is not asked and not heard. It ends after an hour.</source>
            <translation>演练中：不联系总部，也不接收总部的消息。一小时后自动结束。</translation>
        </message>
        <message>
            <source>Act as if offline</source>
            <translation>模拟断网</translation>
        </message>
        <message>
            <source>Practise a day without a network. Sales wait here and are sent after it.</source>
            <translation>演练没有网络的一天。销售先存在本机，结束后再发送。</translation>
        </message>
        <message>
            <source>Last contact with head office: {age}</source>
            <translation>上次与总部联系：{age}</translation>
        </message>
        <message>
            <source>Everything is at head office</source>
            <translation>已全部上传</translation>
        </message>
        <message>
            <source>The oldest: {age}. Nothing is lost.</source>
            <translation>最早一条：{age}，数据不会丢失。</translation>
        </message>
        <message>
            <source>To send</source>
            <translation>待上传</translation>
        </message>
        <message>
            <source>No error</source>
            <translation>没有错误</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>What the counter can do</source>
            <translation>收银台现在能做什么</translation>
        </message>
        <message>
            <source>How old the data is</source>
            <translation>数据更新</translation>
        </message>
        <message>
            <source>Last error</source>
            <translation>最近错误</translation>
        </message>
        <message>
            <source>Never came</source>
            <translation>尚未收到</translation>
        </message>
        <message>
            <source>Just now</source>
            <translation>刚刚</translation>
        </message>
        <message>
            <source>{count} s ago</source>
            <translation>{count} 秒前</translation>
        </message>
        <message>
            <source>{count} min ago</source>
            <translation>{count} 分钟前</translation>
        </message>
        <message>
            <source>{count} h ago</source>
            <translation>{count} 小时前</translation>
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
            <translation>请总部更正。另有 {count} 个未显示。</translation>
        </message>
        <message>
            <source>Head office corrects them; selling goes on without them.</source>
            <translation>请总部更正；这些活动停用期间照常销售。</translation>
        </message>
        <message>
            <source>{amount} at {time}</source>
            <translation>{amount}，{time}</translation>
        </message>
        <message>
            <source>The provider does not give this money back for a return.</source>
            <translation>支付机构未退还这笔退货款。</translation>
        </message>
        <message>
            <source>The customer's money is here, and no sale uses it.</source>
            <translation>顾客的钱已收到，但没有对应的销售。</translation>
        </message>
        <message>
            <source>Nobody knows yet whether this money is back with the customer.</source>
            <translation>尚不知道这笔钱是否已退给顾客。</translation>
        </message>
        <message>
            <source>Nobody knows yet whether this money has moved.</source>
            <translation>尚不知道是否已扣款。</translation>
        </message>
        <message>
            <source>Campaigns set aside</source>
            <translation>已停用的活动</translation>
        </message>
        <message>
            <source>Selling is stopped</source>
            <translation>已停止销售</translation>
        </message>
        <message>
            <source>Somebody should look at this</source>
            <translation>请相关人员查看</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再次查询</translation>
        </message>
        <message>
            <source>Give it back</source>
            <translation>退还</translation>
        </message>
        <message>
            <source>It was given back</source>
            <translation>已退还</translation>
        </message>
        <message>
            <source>It is paid</source>
            <translation>已支付</translation>
        </message>
        <message>
            <source>It is not paid</source>
            <translation>未支付</translation>
        </message>
        <message>
            <source>Payments that wait for somebody</source>
            <translation>等待处理的支付</translation>
        </message>
        <message>
            <source>And {count} more.</source>
            <translation>另有 {count} 笔。</translation>
        </message>
    </context>
    <context>
        <name>KeyPad</name>
        <message>
            <source>Number pad</source>
            <translation>数字键盘</translation>
        </message>
        <message>
            <source>Delete last digit</source>
            <translation>删除末位</translation>
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
            <translation>关闭消息</translation>
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
            <translation>按面额</translation>
        </message>
        <message>
            <source>Float</source>
            <translation>备用金</translation>
        </message>
        <message>
            <source>Your own drawer: nobody else sells from it.</source>
            <translation>个人钱箱：只有本人使用。</translation>
        </message>
        <message>
            <source>A shared drawer: everybody at this till sells from it.</source>
            <translation>共用钱箱：本机所有收银员共用。</translation>
        </message>
        <message>
            <source>No earlier close is known for this drawer.</source>
            <translation>这个钱箱没有上一次交班的记录。</translation>
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
            <translation>继续班次 {number}</translation>
        </message>
        <message>
            <source>{name}, since {when}</source>
            <translation>{name}，{when} 起</translation>
        </message>
        <message>
            <source>Count the change in the drawer, by denomination or as one amount.</source>
            <translation>清点钱箱里的零钱，按面额或直接输入总额。</translation>
        </message>
        <message>
            <source>Open shift</source>
            <translation>开班</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>换人</translation>
        </message>
    </context>
    <context>
        <name>Order</name>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Where does the customer get it?</source>
            <translation>顾客在哪里取货？</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>重新查询</translation>
        </message>
        <message>
            <source>How many?</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>For whom?</source>
            <translation>为谁订货？</translation>
        </message>
        <message>
            <source>Put it into the basket</source>
            <translation>放入购物篮</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>手机号</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>{price} each, before offers</source>
            <translation>单价 {price}（未计优惠）</translation>
        </message>
        <message>
            <source>Deliver to an address</source>
            <translation>送货上门</translation>
        </message>
        <message>
            <source>from the nearest store that has it</source>
            <translation>由最近的有货门店发货</translation>
        </message>
        <message>
            <source>Asking head office where it can be had…</source>
            <translation>正在向总部查询哪里有货…</translation>
        </message>
        <message>
            <source>No store can promise as many, as of {when}.</source>
            <translation>截至 {when}，没有门店能保证这个数量。</translation>
        </message>
        <message>
            <source>As of {when}</source>
            <translation>截至 {when}</translation>
        </message>
        <message>
            <source>The store that sends it says when; it stands on the receipt.</source>
            <translation>时间由发货门店确定，会印在小票上。</translation>
        </message>
        <message>
            <source>Ready about {when} if it is paid now</source>
            <translation>现在付款，约 {when} 备好</translation>
        </message>
        <message>
            <source>For member {name}</source>
            <translation>会员 {name}</translation>
        </message>
        <message>
            <source>Here, later</source>
            <translation>本店，稍后取</translation>
        </message>
        <message>
            <source>{count}, not enough</source>
            <translation>{count}，不够</translation>
        </message>
    </context>
    <context>
        <name>Parked</name>
        <message>
            <source>Park this sale</source>
            <translation>挂单</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>A name helps to find it again. Coupons are free for others meanwhile.</source>
            <translation>起个名字方便查找。挂单期间优惠券会释放。</translation>
        </message>
        <message>
            <source>Only a part of it: split</source>
            <translation>只挂一部分：拆单</translation>
        </message>
        <message>
            <source>Park</source>
            <translation>挂单</translation>
        </message>
        <message>
            <source>Split the sale</source>
            <translation>拆单</translation>
        </message>
        <message>
            <source>What goes into the second sale? It is parked, and paid after this one.</source>
            <translation>哪些商品放到第二单？第二单先挂起，本单收款后再取。</translation>
        </message>
        <message>
            <source>Name (may stay empty)</source>
            <translation>名称（可不填）</translation>
        </message>
        <message>
            <source>Stays here</source>
            <translation>留在本单</translation>
        </message>
        <message>
            <source>Second sale</source>
            <translation>第二单</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>拆单</translation>
        </message>
        <message>
            <source>Parked sales</source>
            <translation>挂单列表</translation>
        </message>
        <message>
            <source>Nothing is parked</source>
            <translation>没有挂单</translation>
        </message>
        <message>
            <source>F6 puts the basket aside until its customer is back.</source>
            <translation>按 F6 可先挂单，等顾客回来再取。</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>取单</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Park this basket first</source>
            <translation>先挂起当前单</translation>
        </message>
        <message>
            <source>Put both together</source>
            <translation>合并到当前单</translation>
        </message>
        <message>
            <source>Goods of another customer are in the basket. What becomes of them?</source>
            <translation>购物篮里已有商品，如何处理？</translation>
        </message>
        <message>
            <source>Give this sale up? It is noted in the journal.</source>
            <translation>作废这一单？会记入日志。</translation>
        </message>
        <message>
            <source>Changed since it was parked</source>
            <translation>挂单后有变动</translation>
        </message>
        <message>
            <source>The discount on the whole sale was left out. Give it anew if it holds.</source>
            <translation>整单折扣已取消，如仍适用请重新设置。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
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
            <translation>已过期并作废：{sales}</translation>
        </message>
        <message>
            <source>Parked at {before}, now {after}.</source>
            <translation>挂单时 {before}，现在 {after}。</translation>
        </message>
        <message>
            <source>The price has changed</source>
            <translation>价格已变</translation>
        </message>
        <message>
            <source>No longer in the catalog: the price stays</source>
            <translation>已下架：保留原价</translation>
        </message>
        <message>
            <source>The price by hand was left out</source>
            <translation>改价已取消</translation>
        </message>
    </context>
    <context>
        <name>Pay</name>
        <message>
            <source>Next customer</source>
            <translation>下一位顾客</translation>
        </message>
        <message>
            <source>Finish and print</source>
            <translation>完成并打印</translation>
        </message>
        <message>
            <source>Give {part} back</source>
            <translation>退还 {part}</translation>
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
            <translation>退货</translation>
        </message>
        <message>
            <source>Rounding to coins</source>
            <translation>抹零</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>找零</translation>
        </message>
        <message>
            <source>Paid. Receipt {number}</source>
            <translation>已收款 · 小票 {number}</translation>
        </message>
        <message>
            <source>To pay on the other device</source>
            <translation>请在其他设备上收款</translation>
        </message>
        <message>
            <source>Confirm only when it shows on your own device. Last 4 digits: {digits}</source>
            <translation>本店设备显示到账后再确认。末四位：{digits}</translation>
        </message>
        <message>
            <source>the member is {tier} now</source>
            <translation>会员已升级为{tier}</translation>
        </message>
        <message>
            <source>Coupons on the receipt: {count}</source>
            <translation>小票上有优惠券：{count} 张</translation>
        </message>
        <message>
            <source>Charge {amount}</source>
            <translation>收款 {amount}</translation>
        </message>
        <message>
            <source>Card at the terminal</source>
            <translation>在终端刷卡</translation>
        </message>
        <message>
            <source>Confirm {amount}</source>
            <translation>确认收款 {amount}</translation>
        </message>
        <message>
            <source>Number and value</source>
            <translation>编号与面额</translation>
        </message>
        <message>
            <source>Card or code</source>
            <translation>刷卡或付款码</translation>
        </message>
        <message>
            <source>Scan the payment code</source>
            <translation>请扫付款码</translation>
        </message>
        <message>
            <source>Take {amount} of it</source>
            <translation>先收 {amount}</translation>
        </message>
        <message>
            <source>As head office says just now.</source>
            <translation>总部刚刚确认。</translation>
        </message>
        <message>
            <source>Head office is asked; this till knows this so far.</source>
            <translation>正在向总部查询；先显示本机已知的数。</translation>
        </message>
        <message>
            <source>As this till knows. Head office does not answer.</source>
            <translation>总部没有应答，以本机记录为准。</translation>
        </message>
        <message>
            <source>Points: {points}</source>
            <translation>积分：{points}</translation>
        </message>
        <message>
            <source>Earned here and not settled yet: {points}</source>
            <translation>本机待入账：{points}</translation>
        </message>
        <message>
            <source>Pay with points</source>
            <translation>积分抵扣</translation>
        </message>
        <message>
            <source>Balance: {amount}</source>
            <translation>余额：{amount}</translation>
        </message>
        <message>
            <source>{amount} of it added by the store</source>
            <translation>其中赠送金 {amount}</translation>
        </message>
        <message>
            <source>Pay with the balance</source>
            <translation>储值付款</translation>
        </message>
        <message>
            <source>In doubt</source>
            <translation>结果未知</translation>
        </message>
        <message>
            <source>To pay by card or code</source>
            <translation>刷卡或付款码应付</translation>
        </message>
        <message>
            <source>The code was scanned. Enter charges it.</source>
            <translation>已扫付款码。按回车键收款。</translation>
        </message>
        <message>
            <source>Scan the payment code, or take the card at the terminal.</source>
            <translation>请扫描付款码，或在终端刷卡。</translation>
        </message>
        <message>
            <source>The provider is asked…</source>
            <translation>正在请求支付机构…</translation>
        </message>
        <message>
            <source>Waiting for the customer: {seconds} s</source>
            <translation>等待顾客确认：{seconds} 秒</translation>
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
            <translation>已完成。小票 {number}</translation>
        </message>
        <message>
            <source>To give back in cash</source>
            <translation>应退现金</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>储值余额</translation>
        </message>
        <message>
            <source>To give back</source>
            <translation>应退</translation>
        </message>
        <message>
            <source>Give it back on your own device first, then finish.</source>
            <translation>请先在自有设备上退款，再完成。</translation>
        </message>
        <message>
            <source>The provider gives its part back once this is finished.</source>
            <translation>完成后由支付机构退回其部分。</translation>
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
            <translation>全部改退现金</translation>
        </message>
        <message>
            <source>As it was paid</source>
            <translation>原路退回</translation>
        </message>
        <message>
            <source>Nothing is to pay.</source>
            <translation>无需付款。</translation>
        </message>
        <message>
            <source>Still to pay</source>
            <translation>还需支付</translation>
        </message>
        <message>
            <source>Everything is there.</source>
            <translation>款项已收齐。</translation>
        </message>
        <message>
            <source>{amount} of the voucher are not given back.</source>
            <translation>代金券余额 {amount} 不找零。</translation>
        </message>
        <message>
            <source>The voucher is worth {amount} more: given back in coins.</source>
            <translation>代金券多出 {amount}，以现金找回。</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>应收</translation>
        </message>
        <message>
            <source>Choose how much</source>
            <translation>选择用多少</translation>
        </message>
        <message>
            <source>To use, for {amount}</source>
            <translation>使用，可抵 {amount}</translation>
        </message>
        <message>
            <source>Touch the tender in which {amount} goes back.</source>
            <translation>请点选用哪种方式退 {amount}。</translation>
        </message>
        <message>
            <source>Received {received}, still {missing}</source>
            <translation>实收 {received}，还差 {missing}</translation>
        </message>
        <message>
            <source>Received {received} in cash</source>
            <translation>实收现金 {received}</translation>
        </message>
        <message>
            <source>Or exactly {amount} in small coins</source>
            <translation>或用零钱正好付 {amount}</translation>
        </message>
        <message>
            <source>Taken so far: {amount}</source>
            <translation>已收 {amount}</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Other device</source>
            <translation>其他设备</translation>
        </message>
        <message>
            <source>Confirmed by hand</source>
            <translation>手工确认</translation>
        </message>
        <message>
            <source>Exactly {amount}</source>
            <translation>正好 {amount}</translation>
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
            <translation>尽可能多用</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>应收</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>代金券</translation>
        </message>
        <message>
            <source>Scan the voucher, or type its number; then the value printed on it.</source>
            <translation>请扫描代金券或输入编号，再输入券面金额。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>面额</translation>
        </message>
        <message>
            <source>Take the voucher</source>
            <translation>收下代金券</translation>
        </message>
        <message>
            <source>The customer is asked on the phone</source>
            <translation>顾客正在手机上确认</translation>
        </message>
        <message>
            <source>It is called back by itself in {seconds} s.</source>
            <translation>{seconds} 秒后自动撤销。</translation>
        </message>
        <message>
            <source>Do not take the money twice: ask the customer whether the phone shows it as paid.</source>
            <translation>切勿重复收款：请问顾客手机是否显示已支付。</translation>
        </message>
        <message>
            <source>Call it back</source>
            <translation>撤销收款</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再次查询</translation>
        </message>
        <message>
            <source>Pay otherwise</source>
            <translation>改用其他方式</translation>
        </message>
        <message>
            <source>The phone shows it paid</source>
            <translation>手机显示已支付</translation>
        </message>
        <message>
            <source>It is not paid</source>
            <translation>未支付</translation>
        </message>
        <message>
            <source>Head office is asked…</source>
            <translation>正在询问总部…</translation>
        </message>
        <message>
            <source>Is it the member?</source>
            <translation>确认会员本人</translation>
        </message>
        <message>
            <source>A phone number alone does not spend. Scan the code on the member's phone, or let the member type here.</source>
            <translation>只报手机号不能使用积分和余额。请扫会员手机上的会员码，或请会员在这里输入。</translation>
        </message>
        <message>
            <source>PIN of the member</source>
            <translation>会员密码</translation>
        </message>
        <message>
            <source>Code by message</source>
            <translation>短信验证码</translation>
        </message>
        <message>
            <source>Send a code to the member's phone</source>
            <translation>向会员手机发送验证码</translation>
        </message>
    </context>
    <context>
        <name>Pickup</name>
        <message>
            <source>{age}+ check</source>
            <translation>{age}+ 需核验</translation>
        </message>
        <message>
            <source>Shelf {shelf}</source>
            <translation>货架 {shelf}</translation>
        </message>
        <message>
            <source>{minutes} late</source>
            <translation>已超时 {minutes}</translation>
        </message>
        <message>
            <source>{minutes} left</source>
            <translation>还有 {minutes}</translation>
        </message>
        <message>
            <source>Busy</source>
            <translation>忙碌</translation>
        </message>
        <message>
            <source>New orders are promised later. What was promised stays as it is.</source>
            <translation>新订单的约定时间会推后；已约定的不变。</translation>
        </message>
        <message>
            <source>Orders take longer by</source>
            <translation>订单延长</translation>
        </message>
        <message>
            <source>For the next</source>
            <translation>持续时间</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} 分钟</translation>
        </message>
        <message>
            <source>{count} h</source>
            <translation>{count} 小时</translation>
        </message>
        <message>
            <source>Not busy any more</source>
            <translation>不再忙碌</translation>
        </message>
        <message>
            <source>Say that we are busy</source>
            <translation>设为忙碌</translation>
        </message>
        <message>
            <source>Busy: +{minutes} min until {time}</source>
            <translation>忙碌：+{minutes} 分钟，至 {time}</translation>
        </message>
        <message>
            <source>Start picking</source>
            <translation>开始拣货</translation>
        </message>
        <message>
            <source>Go on picking</source>
            <translation>继续拣货</translation>
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
            <translation>确认取货</translation>
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
            <translation>网店</translation>
        </message>
        <message>
            <source>Late · coupon</source>
            <translation>超时 · 已赠券</translation>
        </message>
        <message>
            <source>Orders not collected in the last 90 days: {count}.</source>
            <translation>近 90 天有 {count} 单未取。</translation>
        </message>
        <message>
            <source>App</source>
            <translation>App</translation>
        </message>
        <message>
            <source>Mini program</source>
            <translation>小程序</translation>
        </message>
        <message>
            <source>Courier · {channel}</source>
            <translation>骑手 · {channel}</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>It was late: the customer has a coupon for that in the wallet.</source>
            <translation>本单超时：补偿券已发到顾客的卡包。</translation>
        </message>
        <message>
            <source>It was late: a coupon for that is on the order's page.</source>
            <translation>本单超时：补偿券在订单页面上。</translation>
        </message>
        <message>
            <source>It was later than promised.</source>
            <translation>本单比约定时间晚。</translation>
        </message>
        <message>
            <source>{age}+: a sealed bag; the age is checked at the door.</source>
            <translation>{age} 岁以上商品：封袋交付，由骑手在送达时核验年龄。</translation>
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
            <translation>缺货</translation>
        </message>
        <message>
            <source>Pick {number}</source>
            <translation>拣货 {number}</translation>
        </message>
        <message>
            <source>Write by touch</source>
            <translation>触屏输入</translation>
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
            <translation>不可再售：报损</translation>
        </message>
        <message>
            <source>Take back, on sale again</source>
            <translation>退回并重新上架</translation>
        </message>
        <message>
            <source>Bags</source>
            <translation>袋数</translation>
        </message>
        <message>
            <source>Shelf</source>
            <translation>货架</translation>
        </message>
        <message>
            <source>The customer says this name: {name}</source>
            <translation>顾客报出的姓名：{name}</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Ready for pickup</source>
            <translation>备好待取</translation>
        </message>
        <message>
            <source>Order {number}</source>
            <translation>订单 {number}</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>接单</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>拒单</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>接手</translation>
        </message>
        <message>
            <source>The rest comes later</source>
            <translation>其余稍后再取</translation>
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
            <translation>确认取货</translation>
        </message>
        <message>
            <source>Undo ({seconds} s)</source>
            <translation>撤销（{seconds} 秒）</translation>
        </message>
        <message>
            <source>The order has left the store.</source>
            <translation>订单已交给顾客。</translation>
        </message>
        <message>
            <source>Last 4 digits</source>
            <translation>手机尾号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Number of the order</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Courier's name or plate</source>
            <translation>骑手姓名或车牌</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Why without a proof</source>
            <translation>无凭证的原因</translation>
        </message>
        <message>
            <source>Without code</source>
            <translation>无码取货</translation>
        </message>
        <message>
            <source>Only a part</source>
            <translation>只取一部分</translation>
        </message>
        <message>
            <source>Refund the rest</source>
            <translation>其余退款</translation>
        </message>
        <message>
            <source>Print the labels again</source>
            <translation>补打袋签</translation>
        </message>
        <message>
            <source>Scan the courier's code, or ask for number and name</source>
            <translation>请扫骑手的取货码，或问单号和姓名</translation>
        </message>
        <message>
            <source>Scan the customer's code, or ask for digits and name</source>
            <translation>扫顾客的自提码，或核对尾号和姓名</translation>
        </message>
        <message>
            <source>The code is genuine</source>
            <translation>自提码有效</translation>
        </message>
        <message>
            <source>Digits and name match</source>
            <translation>尾号和姓名相符</translation>
        </message>
        <message>
            <source>The platform's code fits</source>
            <translation>平台取货码相符</translation>
        </message>
        <message>
            <source>The courier knows the number</source>
            <translation>骑手报对了单号</translation>
        </message>
        <message>
            <source>Given out for a reason, without a proof</source>
            <translation>无凭证交付，已记录原因</translation>
        </message>
        <message>
            <source>At least {age} years old</source>
            <translation>年满 {age} 岁</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>已核验</translation>
        </message>
        <message>
            <source>Look at an ID</source>
            <translation>请查看证件</translation>
        </message>
        <message>
            <source>Given to the courier</source>
            <translation>交给骑手</translation>
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
            <translation>暂无订单</translation>
        </message>
        <message>
            <source>New orders</source>
            <translation>新订单</translation>
        </message>
        <message>
            <source>Picking</source>
            <translation>拣货中</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>待取</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>异常</translation>
        </message>
        <message>
            <source>Couriers ({count})</source>
            <translation>骑手单（{count}）</translation>
        </message>
        <message>
            <source>Scan a pickup code, or type phone digits, name or number</source>
            <translation>扫自提码，或输入手机尾号、姓名、单号</translation>
        </message>
        <message>
            <source>Pick several</source>
            <translation>多单拣货</translation>
        </message>
        <message>
            <source>Sell</source>
            <translation>收银</translation>
        </message>
        <message>
            <source>Refund {amount}</source>
            <translation>退款 {amount}</translation>
        </message>
        <message>
            <source>Scan the substitute, or type its code</source>
            <translation>扫描替代品，或输入条码</translation>
        </message>
        <message>
            <source>Another store…</source>
            <translation>改由其他门店…</translation>
        </message>
        <message>
            <source>Look up</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>Take it instead</source>
            <translation>换成此商品</translation>
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
            <translation>已询问顾客，顾客同意</translation>
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
            <translation>拒单 {number}</translation>
        </message>
        <message>
            <source>The customer is told. Nothing was paid.</source>
            <translation>将通知顾客；尚未付款。</translation>
        </message>
        <message>
            <source>The customer is told and gets everything back.</source>
            <translation>系统会通知顾客，并全额退款。</translation>
        </message>
        <message>
            <source>Put back {number}</source>
            <translation>放回 {number}</translation>
        </message>
        <message>
            <source>Thrown away</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>Back on sale</source>
            <translation>重新上架</translation>
        </message>
        <message>
            <source>Several orders in one walk</source>
            <translation>一趟拣多单</translation>
        </message>
        <message>
            <source>The next orders by promise</source>
            <translation>按约定时间的下几单</translation>
        </message>
        <message>
            <source>Print the card that begins this</source>
            <translation>打印开始拣货的条码卡</translation>
        </message>
        <message>
            <source>Pick several orders</source>
            <translation>多单拣货</translation>
        </message>
        <message>
            <source>{name} · complete</source>
            <translation>{name} · 已齐</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>打包</translation>
        </message>
        <message>
            <source>Pack {bin}</source>
            <translation>打包 {bin}</translation>
        </message>
        <message>
            <source>{number} · {count} missing</source>
            <translation>{number} · 缺 {count}</translation>
        </message>
        <message>
            <source>Which order?</source>
            <translation>是哪一单？</translation>
        </message>
        <message>
            <source>Several orders have this code. Ask for the name.</source>
            <translation>有几单是同一个取货码，请问一下姓名。</translation>
        </message>
        <message>
            <source>Another store</source>
            <translation>其他门店</translation>
        </message>
        <message>
            <source>The customer was asked and collects it there</source>
            <translation>已征得顾客同意，到该店取货</translation>
        </message>
        <message>
            <source>Order it there</source>
            <translation>转到该店</translation>
        </message>
        <message>
            <source>Asking head office…</source>
            <translation>正在询问总部…</translation>
        </message>
        <message>
            <source>Head office cannot be asked now.</source>
            <translation>现在无法询问总部。</translation>
        </message>
        <message>
            <source>As head office said at {when}</source>
            <translation>总部数据截至 {when}</translation>
        </message>
        <message>
            <source>No other store has enough, as head office said at {when}</source>
            <translation>其他门店库存都不够（总部数据截至 {when}）</translation>
        </message>
        <message>
            <source>{count} free</source>
            <translation>可用 {count}</translation>
        </message>
        <message>
            <source>heard {when}</source>
            <translation>更新于 {when}</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Digits entered</source>
            <translation>已输入位数</translation>
        </message>
    </context>
    <context>
        <name>Practice</name>
        <message>
            <source>Training – nothing counts</source>
            <translation>练习模式 – 一切不计入</translation>
        </message>
        <message>
            <source>Start afresh</source>
            <translation>清空重来</translation>
        </message>
        <message>
            <source>Back to the till</source>
            <translation>返回收银</translation>
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
            <translation>查看什么</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>进行中</translation>
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
            <translation>本周</translation>
        </message>
        <message>
            <source>The week before</source>
            <translation>上周</translation>
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
            <translation>哪些门店和日期</translation>
        </message>
        <message>
            <source>Stores</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>All stores</source>
            <translation>所有门店</translation>
        </message>
        <message>
            <source>{count} stores</source>
            <translation>{count} 家门店</translation>
        </message>
        <message>
            <source>Region {name}</source>
            <translation>区域 {name}</translation>
        </message>
        <message>
            <source>Show {count} chosen stores</source>
            <translation>查看选中的 {count} 家门店</translation>
        </message>
        <message>
            <source>Touch the stores to look at together</source>
            <translation>点选要一起查看的门店</translation>
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
            <translation>查看这些天</translation>
        </message>
        <message>
            <source>Asking which stores are behind it</source>
            <translation>正在查询由哪些门店构成</translation>
        </message>
        <message>
            <source>Counted at head office</source>
            <translation>由总部统计</translation>
        </message>
        <message>
            <source>Members, coupons and stock are counted; no receipt stands behind.</source>
            <translation>会员、优惠券与库存是统计得出的，没有对应的小票。</translation>
        </message>
        <message>
            <source>No store added to this figure. Products open for a few days only.</source>
            <translation>没有门店计入这个指标。商品只能按较少的天数展开。</translation>
        </message>
        <message>
            <source>{change} on last week</source>
            <translation>较上周 {change}</translation>
        </message>
        <message>
            <source>Not members</source>
            <translation>非会员</translation>
        </message>
        <message>
            <source>Discount taken back</source>
            <translation>追回的优惠</translation>
        </message>
        <message>
            <source>No reason</source>
            <translation>无原因</translation>
        </message>
        <message>
            <source>Walk-in</source>
            <translation>到店</translation>
        </message>
        <message>
            <source>Pickup</source>
            <translation>自提</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>配送</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>准时</translation>
        </message>
        <message>
            <source>No promise</source>
            <translation>无承诺时间</translation>
        </message>
        <message>
            <source>App</source>
            <translation>App</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>网站</translation>
        </message>
        <message>
            <source>Ordered at a till</source>
            <translation>柜台订货</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>在线</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>离线</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>无码销售</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>手工</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>{minutes} min late</source>
            <translation>超时 {minutes} 分钟</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Voids after total</source>
            <translation>总额告知后取消</translation>
        </message>
        <message>
            <source>Baskets given up</source>
            <translation>放弃购物篮</translation>
        </message>
        <message>
            <source>Removed lines</source>
            <translation>删除行</translation>
        </message>
        <message>
            <source>No-sales</source>
            <translation>非销售开钱箱</translation>
        </message>
        <message>
            <source>Price overrides</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Discounts by hand</source>
            <translation>手工优惠</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>补打</translation>
        </message>
        <message>
            <source>Coupons</source>
            <translation>优惠券</translation>
        </message>
        <message>
            <source>Coupons of a member</source>
            <translation>会员用券</translation>
        </message>
        <message>
            <source>Total {amount}</source>
            <translation>合计 {amount}</translation>
        </message>
        <message>
            <source>Float</source>
            <translation>备用金</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>小票</translation>
        </message>
        <message>
            <source>Top-up</source>
            <translation>充值</translation>
        </message>
        <message>
            <source>Basket given up</source>
            <translation>放弃购物篮</translation>
        </message>
        <message>
            <source>Sale recalled</source>
            <translation>取单</translation>
        </message>
        <message>
            <source>Copy printed</source>
            <translation>补打</translation>
        </message>
        <message>
            <source>Shift closed</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>X report</source>
            <translation>X 报表</translation>
        </message>
        <message>
            <source>Cash moved</source>
            <translation>现金进出</translation>
        </message>
        <message>
            <source>Drawer opened without a sale</source>
            <translation>非销售开钱箱</translation>
        </message>
        <message>
            <source>Receipts made in training</source>
            <translation>练习中开出的小票</translation>
        </message>
        <message>
            <source>Drawer shut</source>
            <translation>钱箱已关</translation>
        </message>
        <message>
            <source>Member joined</source>
            <translation>会员加入</translation>
        </message>
        <message>
            <source>Order placed</source>
            <translation>下单</translation>
        </message>
        <message>
            <source>Order handed over</source>
            <translation>订单交付</translation>
        </message>
        <message>
            <source>Hand-over taken back</source>
            <translation>撤销交付</translation>
        </message>
        <message>
            <source>Order ready</source>
            <translation>订单备好</translation>
        </message>
        <message>
            <source>Order refused</source>
            <translation>拒绝订单</translation>
        </message>
        <message>
            <source>Order given up</source>
            <translation>放弃订单</translation>
        </message>
        <message>
            <source>Order short of goods</source>
            <translation>订单缺货</translation>
        </message>
        <message>
            <source>Order brought back</source>
            <translation>订单退回</translation>
        </message>
        <message>
            <source>Goods written off</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>Stock counted</source>
            <translation>盘点</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>流水号</translation>
        </message>
        <message>
            <source>Its body is no longer kept</source>
            <translation>内容已不再保存</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>校验码</translation>
        </message>
        <message>
            <source>Placed</source>
            <translation>下单时间</translation>
        </message>
        <message>
            <source>Look it up</source>
            <translation>查看方式</translation>
        </message>
        <message>
            <source>On the orders' board of its store</source>
            <translation>在该门店的订单看板上</translation>
        </message>
        <message>
            <source>Sale</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Without a sale</source>
            <translation>非销售</translation>
        </message>
        <message>
            <source>Shut</source>
            <translation>已关上</translation>
        </message>
        <message>
            <source>Opened again meanwhile</source>
            <translation>期间又打开</translation>
        </message>
        <message>
            <source>Left open</source>
            <translation>一直开着</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Opened for</source>
            <translation>开箱事由</translation>
        </message>
        <message>
            <source>End</source>
            <translation>结束方式</translation>
        </message>
        <message>
            <source>Open for</source>
            <translation>打开时长</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>授权人</translation>
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
            <translation>行数</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Bonus</source>
            <translation>赠送金</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>开班人</translation>
        </message>
        <message>
            <source>Closed by</source>
            <translation>交班人</translation>
        </message>
        <message>
            <source>Z report</source>
            <translation>Z 报表</translation>
        </message>
        <message>
            <source>Expected cash</source>
            <translation>应有现金</translation>
        </message>
        <message>
            <source>Counted cash</source>
            <translation>实点现金</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} 分钟</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} 天</translation>
        </message>
        <message>
            <source>{arrow} {points} pp</source>
            <translation>{arrow} {points} 个百分点</translation>
        </message>
        <message>
            <source>A shift of {day}</source>
            <translation>{day}的班次</translation>
        </message>
        <message>
            <source>same day last week</source>
            <translation>上周同日</translation>
        </message>
        <message>
            <source>the {days} days before</source>
            <translation>之前 {days} 天</translation>
        </message>
        <message>
            <source>a year before</source>
            <translation>上年同期</translation>
        </message>
        <message>
            <source>{what} {count}</source>
            <translation>{what} {count}</translation>
        </message>
        <message>
            <source>A member</source>
            <translation>一位会员</translation>
        </message>
        <message>
            <source>others use {normal}</source>
            <translation>其他人用 {normal} 张</translation>
        </message>
        <message>
            <source>normal would be {normal} in {base} receipts</source>
            <translation>正常为 {base} 笔中 {normal} 次</translation>
        </message>
        <message>
            <source>{present} of {expected} told</source>
            <translation>已报 {present}/{expected}</translation>
        </message>
        <message>
            <source>Shift goes on</source>
            <translation>班次进行中</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>数据完整</translation>
        </message>
        <message>
            <source>As of {moment}</source>
            <translation>截至 {moment}</translation>
        </message>
        <message>
            <source>{change} on {days}</source>
            <translation>较{days} {change}</translation>
        </message>
        <message>
            <source>Known from {first} to {last}.</source>
            <translation>数据范围：{first} 至 {last}。</translation>
        </message>
        <message>
            <source>{change} on before</source>
            <translation>较之前 {change}</translation>
        </message>
        <message>
            <source>{change} on last year</source>
            <translation>较上年 {change}</translation>
        </message>
        <message>
            <source>Known after closing</source>
            <translation>交班后显示</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Counted against expected</source>
            <translation>实点与应有之差</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Who pays for the discounts</source>
            <translation>优惠由谁承担</translation>
        </message>
        <message>
            <source>Net sales by the hour</source>
            <translation>分时净销售额</translation>
        </message>
        <message>
            <source>Stores: orders, margin and cash</source>
            <translation>门店：订单、毛利与现金</translation>
        </message>
        <message>
            <source>Net sales by the day</source>
            <translation>每日净销售额</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Returns by reason</source>
            <translation>退货原因</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税</translation>
        </message>
        <message>
            <source>Discounts by campaign</source>
            <translation>活动优惠</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>From issued to redeemed</source>
            <translation>优惠券：从发放到核销</translation>
        </message>
        <message>
            <source>Members by tier</source>
            <translation>会员等级</translation>
        </message>
        <message>
            <source>Ready on time</source>
            <translation>备货准时</translation>
        </message>
        <message>
            <source>Orders handed over</source>
            <translation>订单交付</translation>
        </message>
        <message>
            <source>Orders by channel</source>
            <translation>各渠道订单</translation>
        </message>
        <message>
            <source>Orders by where they came from</source>
            <translation>订单来源</translation>
        </message>
        <message>
            <source>Returns by cashier</source>
            <translation>收银员退货</translation>
        </message>
        <message>
            <source>No-sales by cashier</source>
            <translation>收银员非销售开钱箱</translation>
        </message>
        <message>
            <source>Time that the drawer stood open</source>
            <translation>钱箱打开时长（按收银员）</translation>
        </message>
        <message>
            <source>The drawer, by cashier</source>
            <translation>钱箱（按收银员）</translation>
        </message>
        <message>
            <source>By the hour</source>
            <translation>按小时</translation>
        </message>
        <message>
            <source>By hand, by cashier</source>
            <translation>收银员手工操作</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Over and short by the day</source>
            <translation>每日长短款</translation>
        </message>
        <message>
            <source>Tenders, counted</source>
            <translation>收款与清点</translation>
        </message>
        <message>
            <source>{count} more in the table</source>
            <translation>表格中还有 {count} 项</translation>
        </message>
        <message>
            <source>this shift</source>
            <translation>本班</translation>
        </message>
        <message>
            <source>this day</source>
            <translation>当日</translation>
        </message>
        <message>
            <source>this time</source>
            <translation>本期</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>时段</translation>
        </message>
        <message>
            <source>Tender</source>
            <translation>收款方式</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>收银员</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>承担方</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>The same day of the week before</source>
            <translation>上周同一天</translation>
        </message>
        <message>
            <source>As many days before, and a year before</source>
            <translation>之前同样天数，以及去年同期</translation>
        </message>
        <message>
            <source>Compare with {days}</source>
            <translation>与 {days} 对比</translation>
        </message>
        <message>
            <source>The same weekday a year before</source>
            <translation>去年同一星期几</translation>
        </message>
        <message>
            <source>As usual</source>
            <translation>按惯例</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>前一天</translation>
        </message>
        <message>
            <source>Four weeks before</source>
            <translation>四周之前</translation>
        </message>
        <message>
            <source>The same weekdays a year before</source>
            <translation>去年同样的星期</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Tenders</source>
            <translation>收款方式</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>分类销售</translation>
        </message>
        <message>
            <source>The report cannot be shown</source>
            <translation>无法显示报表</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Cashiers</source>
            <translation>收银员</translation>
        </message>
        <message>
            <source>Two of my choice</source>
            <translation>自选两项</translation>
        </message>
        <message>
            <source>Reading the figures</source>
            <translation>正在读取数据</translation>
        </message>
        <message>
            <source>Nothing in this time</source>
            <translation>此期间没有</translation>
        </message>
        <message>
            <source>Every figure opens its receipts.</source>
            <translation>点任一数字可看对应小票。</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指标</translation>
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
            <translation>并列比较</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>读取中…</translation>
        </message>
        <message>
            <source>No shift yet</source>
            <translation>还没有班次</translation>
        </message>
        <message>
            <source>Open a shift; its figures appear here from the first sale on.</source>
            <translation>开班后，从第一笔交易起在这里显示数据。</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Asking head office</source>
            <translation>正在询问总部</translation>
        </message>
        <message>
            <source>You may leave meanwhile; selling goes on.</source>
            <translation>期间可以离开，销售照常进行。</translation>
        </message>
        <message>
            <source>No connection, and nothing kept</source>
            <translation>没有连接，也没有留存的数据</translation>
        </message>
        <message>
            <source>Head office's figures cannot be shown</source>
            <translation>无法显示总部的数据</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>总部</translation>
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
            <translation>再次询问</translation>
        </message>
        <message>
            <source>All stores …</source>
            <translation>所有门店 …</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>会员</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>O2O</source>
            <translation>O2O</translation>
        </message>
        <message>
            <source>Watch list</source>
            <translation>关注</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>缺少什么</translation>
        </message>
        <message>
            <source>Print Z</source>
            <translation>打印 Z 报表</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>What is this? {meaning}</source>
            <translation>这是什么？{meaning}</translation>
        </message>
        <message>
            <source>This cannot be shown</source>
            <translation>无法显示</translation>
        </message>
        <message>
            <source>Looking for the receipts</source>
            <translation>正在查找小票</translation>
        </message>
        <message>
            <source>Nothing stands behind it</source>
            <translation>没有对应记录</translation>
        </message>
        <message>
            <source>No receipt and no entry of this time adds to this figure.</source>
            <translation>此期间没有小票或流水计入这个数字。</translation>
        </message>
        <message>
            <source>Later ones</source>
            <translation>更晚的</translation>
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
            <translation>流水内容</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Nothing is unusual in these four weeks.</source>
            <translation>这四周没有异常。</translation>
        </message>
        <message>
            <source>Worth a look</source>
            <translation>待关注</translation>
        </message>
        <message>
            <source>last four weeks, against the others</source>
            <translation>最近四周，与他人相比</translation>
        </message>
        <message>
            <source>Who does something much more often than the others do, from {days}. It accuses nobody: it says where to look. Each row opens its receipts.</source>
            <translation>{days}，谁做某事比其他人多得多。这不是指责，只提示该看哪里。点任一行可看对应小票。</translation>
        </message>
        <message>
            <source>Save or print</source>
            <translation>保存或打印</translation>
        </message>
        <message>
            <source>Print on the receipt printer</source>
            <translation>用小票打印机打印</translation>
        </message>
        <message>
            <source>Print on A4</source>
            <translation>用 A4 打印</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>保存为 PDF</translation>
        </message>
        <message>
            <source>Save as Excel table</source>
            <translation>保存为 Excel 表格</translation>
        </message>
        <message>
            <source>Save as CSV for other programs</source>
            <translation>保存为 CSV 供其他程序使用</translation>
        </message>
        <message>
            <source>Day-end files …</source>
            <translation>日结文件…</translation>
        </message>
        <message>
            <source>Files go into the till's folder of reports.</source>
            <translation>文件存入收银机的报表文件夹。</translation>
        </message>
        <message>
            <source>‹ Everybody</source>
            <translation>‹ 全体人员</translation>
        </message>
        <message>
            <source>Hours, reasons and tenders of one person are told for up to {days} days.</source>
            <translation>个人的分时、原因和支付方式最多显示 {days} 天。</translation>
        </message>
        <message>
            <source>Last written {moment}: {path}</source>
            <translation>最近写入 {moment}：{path}</translation>
        </message>
        <message>
            <source>No files are written by themselves.</source>
            <translation>目前不会自动写出文件。</translation>
        </message>
        <message>
            <source>Closes whose files wait: {count}.</source>
            <translation>有 {count} 次结班或日结的文件在等待写出。</translation>
        </message>
        <message>
            <source>Everything that was due is written.</source>
            <translation>应写出的文件都已写出。</translation>
        </message>
        <message>
            <source>Folder for the files</source>
            <translation>存放文件的文件夹</translation>
        </message>
        <message>
            <source>Day-end files</source>
            <translation>日结文件</translation>
        </message>
        <message>
            <source>Reports that are put into a folder by themselves at each close; no close waits.</source>
            <translation>每次结班或日结后自动把报表放进文件夹；结班不会等它。</translation>
        </message>
        <message>
            <source>Kinds of files</source>
            <translation>文件类型</translation>
        </message>
        <message>
            <source>Written at</source>
            <translation>何时写出</translation>
        </message>
        <message>
            <source>The whole path</source>
            <translation>完整路径</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Mail draft</source>
            <translation>邮件草稿</translation>
        </message>
        <message>
            <source>Each Z</source>
            <translation>每次 Z 结班</translation>
        </message>
        <message>
            <source>Close of the day</source>
            <translation>日结</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Write a test file</source>
            <translation>写一个测试文件</translation>
        </message>
        <message>
            <source>No files any more</source>
            <translation>不再写出</translation>
        </message>
        <message>
            <source>Closed {moment}.</source>
            <translation>日结于 {moment}。</translation>
        </message>
        <message>
            <source>The figures here have it, the close of the day does not.</source>
            <translation>已计入本页数字，未计入日结。</translation>
        </message>
        <message>
            <source>Came after the day was closed: {count} · {amount}</source>
            <translation>日结之后到达：{count} 条 · {amount}</translation>
        </message>
        <message>
            <source>Of this till alone: head office was not heard.</source>
            <translation>只含本收银台：没有收到总部的答复。</translation>
        </message>
        <message>
            <source>All tills, by head office: {count} · {amount}.</source>
            <translation>总部统计全部收银台：{count} 条 · {amount}。</translation>
        </message>
        <message>
            <source>After the close of the day</source>
            <translation>日结之后</translation>
        </message>
        <message>
            <source>Count members, too (takes longer)</source>
            <translation>同时统计会员（需要更久）</translation>
        </message>
        <message>
            <source>Tills that have not told everything</source>
            <translation>尚未报全的收银机</translation>
        </message>
        <message>
            <source>Every till was heard after the last of these days, or in the last ten minutes.</source>
            <translation>每台收银机都在最后一天之后或最近十分钟内有过联系。</translation>
        </message>
        <message>
            <source>Their sales may still come; then they are in the figures.</source>
            <translation>它们的销售可能还会到达，到时会计入。</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收银机</translation>
        </message>
        <message>
            <source>Last heard</source>
            <translation>最后联系</translation>
        </message>
        <message>
            <source>Told until</source>
            <translation>已报到</translation>
        </message>
        <message>
            <source>What came late</source>
            <translation>迟到的数据</translation>
        </message>
        <message>
            <source>Figures that are not known</source>
            <translation>无法得知的指标</translation>
        </message>
        <message>
            <source>All figures are known.</source>
            <translation>所有指标都可得知。</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Asking …</source>
            <translation>询问中 …</translation>
        </message>
        <message>
            <source>No figures</source>
            <translation>没有数据</translation>
        </message>
        <message>
            <source>As of {time}, no connection since</source>
            <translation>截至 {time}，此后无连接</translation>
        </message>
        <message>
            <source>{count} shifts go on</source>
            <translation>{count} 个班次进行中</translation>
        </message>
        <message>
            <source>Head office does not answer. These are the figures as of {moment}; what stands by person is not kept.</source>
            <translation>总部没有回应。这是截至 {moment} 的数据；按人员的部分不予留存。</translation>
        </message>
        <message>
            <source>As of {moment} · {stores} stores · {present} of {expected} tills told all</source>
            <translation>截至 {moment} · {stores} 家门店 · {expected} 台收银机中 {present} 台已报全</translation>
        </message>
        <message>
            <source>Nothing came after a day was closed.</source>
            <translation>没有在日结之后到达的数据。</translation>
        </message>
        <message>
            <source>Facts that came after their day was closed: {count}, {amount} of net sales. They are in these figures, and no closed day was changed.</source>
            <translation>日结之后到达的记录：{count} 条，净销售额 {amount}。它们已计入这些数据，已结的日期没有改动。</translation>
        </message>
        <message>
            <source>Stores of another currency, not in these figures: {count}. Look at them by themselves.</source>
            <translation>其他币种的门店未计入：{count} 家。请单独查看。</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从未</translation>
        </message>
    </context>
    <context>
        <name>Returns</name>
        <message>
            <source>Looking for the receipt…</source>
            <translation>正在查找小票…</translation>
        </message>
        <message>
            <source>Which receipt do the goods come from?</source>
            <translation>商品来自哪张小票？</translation>
        </message>
        <message>
            <source>Scan its code, or type its number; the last digits do for this till.</source>
            <translation>扫描小票上的码，或输入票号；本机的小票输入末几位即可。</translation>
        </message>
        <message>
            <source>Without a receipt</source>
            <translation>无小票退货</translation>
        </message>
        <message>
            <source>Number of the receipt</source>
            <translation>小票号</translation>
        </message>
        <message>
            <source>Name or code of the goods</source>
            <translation>商品名称或条码</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>补打</translation>
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
            <translation>退货原因</translation>
        </message>
        <message>
            <source>Back on the shelf</source>
            <translation>重新上架</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>Gives back</source>
            <translation>应退</translation>
        </message>
        <message>
            <source>Put into the basket</source>
            <translation>放入购物篮</translation>
        </message>
        <message>
            <source>Scan the goods, or type a name or a code.</source>
            <translation>扫描商品，或输入名称、条码。</translation>
        </message>
        <message>
            <source>It gives today's price or less, in cash. Nothing is known of points and coupons.</source>
            <translation>按当天售价或更低价退现金；积分和优惠券无从得知。</translation>
        </message>
        <message>
            <source>Asking head office what came back elsewhere…</source>
            <translation>正在向总部查询其他地方的退货…</translation>
        </message>
        <message>
            <source>{days} days old: somebody has to allow it.</source>
            <translation>已过 {days} 天：需有人授权。</translation>
        </message>
        <message>
            <source>Without the network: what came back at another till is not known here.</source>
            <translation>没有网络：不知道其他收银机是否已退过。</translation>
        </message>
        <message>
            <source>{left} left</source>
            <translation>还可退 {left}</translation>
        </message>
        <message>
            <source>Today {price}</source>
            <translation>当天售价 {price}</translation>
        </message>
        <message>
            <source>Price of {name}</source>
            <translation>{name} 的价格</translation>
        </message>
        <message>
            <source>What one gives</source>
            <translation>单件退款价</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>重量</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
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
            <translation>{name}：先前扣回，现退还</translation>
        </message>
        <message>
            <source>The offers stay: nothing is held back</source>
            <translation>优惠保留，不扣回</translation>
        </message>
        <message>
            <source>Points that go with it</source>
            <translation>扣回积分</translation>
        </message>
        <message>
            <source>Coupons that come back</source>
            <translation>退还优惠券</translation>
        </message>
        <message>
            <source>Coupons that ran out meanwhile</source>
            <translation>已过期的优惠券</translation>
        </message>
    </context>
    <context>
        <name>Sell</name>
        <message>
            <source>Take the coupon off</source>
            <translation>取消这张优惠券</translation>
        </message>
        <message>
            <source>Take it off again</source>
            <translation>取消优惠</translation>
        </message>
        <message>
            <source>Subtotal ({pieces} pcs)</source>
            <translation>小计（{pieces} 件）</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已优惠</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>应收</translation>
        </message>
        <message>
            <source>To give back</source>
            <translation>应退</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Returned goods</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>明细</translation>
        </message>
        <message>
            <source>Why this price?</source>
            <translation>价格明细</translation>
        </message>
        <message>
            <source>Pay</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Basket</source>
            <translation>购物篮</translation>
        </message>
        <message>
            <source>Scan or touch a product</source>
            <translation>请扫码或点选商品</translation>
        </message>
        <message>
            <source>The basket is empty. Member codes and coupons can be scanned at any time.</source>
            <translation>购物篮为空。会员码和优惠券随时都可以扫。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Given back last</source>
            <translation>上一单已退</translation>
        </message>
        <message>
            <source>Receipt {number} is done. Scan or touch a product for the next customer.</source>
            <translation>小票 {number} 已完成。为下一位顾客扫描或点选商品。</translation>
        </message>
        <message>
            <source>Change of the last sale</source>
            <translation>上一单找零</translation>
        </message>
        <message>
            <source>Receipt {number} is paid. Scan or touch a product for the next customer.</source>
            <translation>小票 {number} 已付清。请为下一位顾客扫描或点选商品。</translation>
        </message>
        <message>
            <source>Open item F3</source>
            <translation>无码销售 F3</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>补打</translation>
        </message>
        <message>
            <source>Recall F8</source>
            <translation>取单 F8</translation>
        </message>
        <message>
            <source>Take goods back</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Allow 48 h more</source>
            <translation>再允许 48 小时</translation>
        </message>
        <message>
            <source>Sell it all the same</source>
            <translation>仍然销售</translation>
        </message>
        <message>
            <source>Mark it down</source>
            <translation>临期打折</translation>
        </message>
        <message>
            <source>Looking for the member…</source>
            <translation>正在查找会员…</translation>
        </message>
        <message>
            <source>Checking the coupon…</source>
            <translation>正在核对优惠券…</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>会员</translation>
        </message>
        <message>
            <source>No coupons in this wallet</source>
            <translation>卡包里没有优惠券</translation>
        </message>
        <message>
            <source>Best use</source>
            <translation>最优用券</translation>
        </message>
        <message>
            <source>Head office is asked…</source>
            <translation>正在询问总部…</translation>
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
            <translation>更正积分或余额</translation>
        </message>
        <message>
            <source>Head office does it at once and notes who and why. It works online only.</source>
            <translation>由总部立即更正，并记录经手人和原因。仅在联网时可用。</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>Principal</source>
            <translation>本金</translation>
        </message>
        <message>
            <source>Bonus</source>
            <translation>赠送金</translation>
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
            <translation>只用券，保留积分</translation>
        </message>
        <message>
            <source>{points} points pay {amount} of it on Pay: left {left}</source>
            <translation>收款时用 {points} 分抵 {amount}：还需付 {left}</translation>
        </message>
        <message>
            <source>{points} points pay {amount} of it after PIN or code: left {left}</source>
            <translation>核实本人后可用 {points} 分抵 {amount}：还需付 {left}</translation>
        </message>
        <message>
            <source>Use coupons and points</source>
            <translation>使用优惠券和积分</translation>
        </message>
        <message>
            <source>Use these coupons</source>
            <translation>使用这些优惠券</translation>
        </message>
        <message>
            <source>To pay: {best} instead of {now}</source>
            <translation>应付：{best}（现为 {now}）</translation>
        </message>
        <message>
            <source>head office is being asked</source>
            <translation>正在询问总部</translation>
        </message>
        <message>
            <source>without the network: what this till knows</source>
            <translation>未联网：按本机所知</translation>
        </message>
        <message>
            <source>so many coupons that not every combination was tried</source>
            <translation>券太多，未比较所有组合</translation>
        </message>
        <message>
            <source>Use the points</source>
            <translation>使用积分</translation>
        </message>
        <message>
            <source>in the basket</source>
            <translation>已在购物篮</translation>
        </message>
        <message>
            <source>counts</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>Asking head office as well…</source>
            <translation>正在同时询问总部…</translation>
        </message>
        <message>
            <source>Members who may be meant</source>
            <translation>可能的会员</translation>
        </message>
        <message>
            <source>Scan the code, or type the whole phone number. Last digits, card number and name work, too.</source>
            <translation>扫会员码，或输入完整手机号；也可输入尾号、卡号或姓名。</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>手机号</translation>
        </message>
        <message>
            <source>Phone number, card number or name</source>
            <translation>手机号、卡号或姓名</translation>
        </message>
        <message>
            <source>New member</source>
            <translation>新会员</translation>
        </message>
        <message>
            <source>Find the member</source>
            <translation>查找会员</translation>
        </message>
        <message>
            <source>The phone number and a yes to the terms are enough. It works without the network.</source>
            <translation>有手机号并同意条款即可，无网络也能办理。</translation>
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
            <translation>入会</translation>
        </message>
        <message>
            <source>Agrees to the terms of membership: yes</source>
            <translation>同意会员条款：是</translation>
        </message>
        <message>
            <source>Agrees to the terms of membership: not yet</source>
            <translation>同意会员条款：尚未</translation>
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
            <translation>为什么要看号码？会记录您的姓名和原因，不记录号码。</translation>
        </message>
        <message>
            <source>Correct points</source>
            <translation>更正积分</translation>
        </message>
        <message>
            <source>Another member</source>
            <translation>换会员</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>移除会员</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>{amount} more to {tier}</source>
            <translation>再消费 {amount} 升级为{tier}</translation>
        </message>
        <message>
            <source>Coupons on this basket</source>
            <translation>本单优惠券</translation>
        </message>
        <message>
            <source>Hide the number</source>
            <translation>隐藏号码</translation>
        </message>
        <message>
            <source>Show the number</source>
            <translation>查看号码</translation>
        </message>
        <message>
            <source>May be written to: yes</source>
            <translation>接收优惠信息：是</translation>
        </message>
        <message>
            <source>May be written to: no</source>
            <translation>接收优惠信息：否</translation>
        </message>
        <message>
            <source>Coupon</source>
            <translation>优惠券</translation>
        </message>
        <message>
            <source>Scan the coupon, or type its 12 characters.</source>
            <translation>请扫优惠券，或输入 12 位券码。</translation>
        </message>
        <message>
            <source>Coupon code</source>
            <translation>券码</translation>
        </message>
        <message>
            <source>Redeem</source>
            <translation>核销</translation>
        </message>
        <message>
            <source>Open item</source>
            <translation>无码销售</translation>
        </message>
        <message>
            <source>Name or department</source>
            <translation>名称或部门</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
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
            <translation>确定</translation>
        </message>
        <message>
            <source>No member yet</source>
            <translation>未识别会员</translation>
        </message>
        <message>
            <source>Scan the member code, or F9 for a phone number</source>
            <translation>扫会员码，或按 F9 输入手机号</translation>
        </message>
        <message>
            <source>Take the member off</source>
            <translation>移除会员</translation>
        </message>
        <message>
            <source>{points} points</source>
            <translation>积分 {points}</translation>
        </message>
        <message>
            <source>Coupons: {count}</source>
            <translation>{count} 张可用券</translation>
        </message>
        <message>
            <source>Favourites</source>
            <translation>常卖</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>查找结果</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>扣减</translation>
        </message>
        <message>
            <source>Eat in</source>
            <translation>堂食</translation>
        </message>
        <message>
            <source>Scan, or type a name, initials or a code</source>
            <translation>扫码，或输入名称、拼音首字母、条码</translation>
        </message>
        <message>
            <source>The products are on their way</source>
            <translation>正在接收商品</translation>
        </message>
        <message>
            <source>The first catalog is being loaded. Open items can be sold already: F3.</source>
            <translation>正在下载第一份商品目录。现在就可以做无码销售：F3。</translation>
        </message>
        <message>
            <source>Nothing found for “{text}”</source>
            <translation>没有找到“{text}”</translation>
        </message>
        <message>
            <source>Try fewer letters, or press F3 to sell it as an open item.</source>
            <translation>少输几个字再试，或按 F3 做无码销售。</translation>
        </message>
        <message>
            <source>No products here</source>
            <translation>这里没有商品</translation>
        </message>
        <message>
            <source>Choose another category, or search for a name.</source>
            <translation>请选择其他分类，或按名称查找。</translation>
        </message>
        <message>
            <source>Which of these?</source>
            <translation>请选择商品</translation>
        </message>
        <message>
            <source>option, for each piece</source>
            <translation>规格，每件加价</translation>
        </message>
        <message>
            <source>price on the label</source>
            <translation>标签上的价格</translation>
        </message>
        <message>
            <source>on {count} of {all}</source>
            <translation>{all} 件中的 {count} 件</translation>
        </message>
        <message>
            <source>counts for the offer, its saving is on other pieces</source>
            <translation>计入活动，优惠记在其他商品上</translation>
        </message>
        <message>
            <source>Regulated price: nothing lowers it</source>
            <translation>限价商品：不参加任何优惠</translation>
        </message>
        <message>
            <source>Deposit: comes back for its price</source>
            <translation>押金：退还时原额返还</translation>
        </message>
        <message>
            <source>Did not apply</source>
            <translation>未生效</translation>
        </message>
        <message>
            <source>Coupons together</source>
            <translation>优惠券组合</translation>
        </message>
        <message>
            <source>{reason}: {winner}</source>
            <translation>{reason}：{winner}</translation>
        </message>
        <message>
            <source>Within reach</source>
            <translation>再进一步</translation>
        </message>
        <message>
            <source>This sale brings {points} points.</source>
            <translation>本单可得 {points} 积分。</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Give this basket up ({total})? It is noted in the journal.</source>
            <translation>放弃这个购物篮（{total}）吗？日志会有记录。</translation>
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
            <translation>放弃</translation>
        </message>
        <message>
            <source>Return or exchange</source>
            <translation>退货或换货</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>Drawer</source>
            <translation>钱箱</translation>
        </message>
        <message>
            <source>Close shift</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>Close the day</source>
            <translation>日结</translation>
        </message>
        <message>
            <source>Shift report</source>
            <translation>班次报表</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>异常</translation>
        </message>
        <message>
            <source>Coupon campaigns</source>
            <translation>优惠券活动</translation>
        </message>
        <message>
            <source>Store health</source>
            <translation>门店状态</translation>
        </message>
        <message>
            <source>Top up a balance</source>
            <translation>储值充值</translation>
        </message>
        <message>
            <source>Gift receipt of the last sale</source>
            <translation>上一单的礼品小票</translation>
        </message>
        <message>
            <source>Practise</source>
            <translation>练习模式</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>退出登录</translation>
        </message>
        <message>
            <source>Give the basket up</source>
            <translation>放弃购物篮</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Copy of receipt</source>
            <translation>补打</translation>
        </message>
        <message>
            <source>Park</source>
            <translation>挂单</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Remove line</source>
            <translation>删除此行</translation>
        </message>
        <message>
            <source>Change quantity</source>
            <translation>改数量</translation>
        </message>
        <message>
            <source>Change options</source>
            <translation>修改规格</translation>
        </message>
        <message>
            <source>Best use of coupons</source>
            <translation>最优用券</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>清除查找</translation>
        </message>
        <message>
            <source>Eat in or take away</source>
            <translation>堂食或外带</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>取单</translation>
        </message>
        <message>
            <source>Pickup</source>
            <translation>自提单</translation>
        </message>
        <message>
            <source>Change the chosen line</source>
            <translation>修改选中的行</translation>
        </message>
        <message>
            <source>Member price</source>
            <translation>会员价</translation>
        </message>
        <message>
            <source>with a gift receipt</source>
            <translation>附礼品小票</translation>
        </message>
        <message>
            <source>not allowed yet</source>
            <translation>待授权</translation>
        </message>
        <message>
            <source>allowed by {name}</source>
            <translation>{name} 授权</translation>
        </message>
        <message>
            <source>Balance {amount}</source>
            <translation>余额 {amount}</translation>
        </message>
        <message>
            <source>last visit {date}</source>
            <translation>上次到店 {date}</translation>
        </message>
        <message>
            <source>{points} more earned here, not settled yet</source>
            <translation>另有 {points} 分待入账</translation>
        </message>
        <message>
            <source>{points} points go on {date}</source>
            <translation>{points} 分将于 {date} 到期</translation>
        </message>
        <message>
            <source>being checked</source>
            <translation>核对中</translation>
        </message>
        <message>
            <source>settled later</source>
            <translation>联网后核销</translation>
        </message>
        <message>
            <source>{spend} more: {off} off ({name})</source>
            <translation>再买 {spend} 省 {off}（{name}）</translation>
        </message>
        <message>
            <source>{units} more: {off} off ({name})</source>
            <translation>再买 {units} 件省 {off}（{name}）</translation>
        </message>
        <message>
            <source>{amount} left</source>
            <translation>剩 {amount}</translation>
        </message>
        <message>
            <source>deposit, goes with its goods</source>
            <translation>押金，随商品</translation>
        </message>
        <message>
            <source>Return of {number}</source>
            <translation>退自 {number}</translation>
        </message>
        <message>
            <source>Return without a receipt</source>
            <translation>无小票退货</translation>
        </message>
        <message>
            <source>no longer holds</source>
            <translation>不再成立，扣回</translation>
        </message>
        <message>
            <source>ends</source>
            <translation>先前扣回，现退还</translation>
        </message>
        <message>
            <source>comes later · {store}</source>
            <translation>稍后取 · {store}</translation>
        </message>
        <message>
            <source>{kept} of {there} kept</source>
            <translation>{there} 件中 {kept} 件已预留</translation>
        </message>
        <message>
            <source>only {there} there</source>
            <translation>仅剩 {there} 件</translation>
        </message>
        <message>
            <source>Percent off</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>Amount off</source>
            <translation>减免</translation>
        </message>
        <message>
            <source>New price</source>
            <translation>改价</translation>
        </message>
        <message>
            <source>Small change</source>
            <translation>抹零</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Stands in the basket and on the receipt.</source>
            <translation>会显示在购物篮和小票上。</translation>
        </message>
        <message>
            <source>Drop {amount}</source>
            <translation>抹去 {amount}</translation>
        </message>
        <message>
            <source>{off}, leaves {left}</source>
            <translation>{off}，剩 {left}</translation>
        </message>
        <message>
            <source>Above your limit: somebody else has to allow it.</source>
            <translation>超出您的限额：需要他人授权。</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>规格</translation>
        </message>
        <message>
            <source>Order it instead</source>
            <translation>改为订货</translation>
        </message>
        <message>
            <source>Into a second sale</source>
            <translation>拆到另一单</translation>
        </message>
        <message>
            <source>To pay: {total}</source>
            <translation>应收 {total}</translation>
        </message>
        <message>
            <source>Whole sale</source>
            <translation>整单</translation>
        </message>
        <message>
            <source>Gift receipt, without prices</source>
            <translation>礼品小票（不含价格）</translation>
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
            <translation>选 {count} 项</translation>
        </message>
        <message>
            <source>choose {least} to {most}</source>
            <translation>选 {least} 至 {most} 项</translation>
        </message>
        <message>
            <source>if wanted</source>
            <translation>可选</translation>
        </message>
        <message>
            <source>up to {count}</source>
            <translation>最多 {count} 项</translation>
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
            <translation>减一件</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>加一件</translation>
        </message>
        <message>
            <source>The figure is what the stock says. A piece in your hand can always be sold.</source>
            <translation>数字是库存数。顾客手里有货，随时都能卖。</translation>
        </message>
        <message>
            <source>Balance of {member}</source>
            <translation>{member} 的储值</translation>
        </message>
        <message>
            <source>Bonus {amount}</source>
            <translation>送 {amount}</translation>
        </message>
        <message>
            <source>No bonus</source>
            <translation>无赠送</translation>
        </message>
        <message>
            <source>Exactly</source>
            <translation>正好</translation>
        </message>
        <message>
            <source>Choose an amount</source>
            <translation>选择金额</translation>
        </message>
        <message>
            <source>Received {amount}</source>
            <translation>已收 {amount}</translation>
        </message>
        <message>
            <source>When paying, the principal is used first, then the bonus.</source>
            <translation>付款时先用本金，再用赠送金。</translation>
        </message>
        <message>
            <source>When paying, the bonus is used first, then the principal.</source>
            <translation>付款时先用赠送金，再用本金。</translation>
        </message>
        <message>
            <source>When paying, principal and bonus are used in proportion.</source>
            <translation>付款时本金与赠送金按比例使用。</translation>
        </message>
        <message>
            <source>The balance is spent in our stores and not paid out.</source>
            <translation>余额限本店使用，不兑换现金。</translation>
        </message>
        <message>
            <source>Rewards for points</source>
            <translation>积分兑换</translation>
        </message>
        <message>
            <source>Touch a reward; then the member proves who they are.</source>
            <translation>点选礼品后，请会员验证本人。</translation>
        </message>
        <message>
            <source>can be had now</source>
            <translation>现在可兑换</translation>
        </message>
        <message>
            <source>{points} points are missing</source>
            <translation>还差 {points} 积分</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序列号</translation>
        </message>
        <message>
            <source>Scan the serial number of this piece, or type it.</source>
            <translation>扫描这一件的序列号，或手动输入。</translation>
        </message>
        <message>
            <source>Sell this piece</source>
            <translation>销售这一件</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>No staff here yet</source>
            <translation>还没有员工资料</translation>
        </message>
        <message>
            <source>The list of staff comes from the central API. Check the connection.</source>
            <translation>员工名单来自中心，请检查网络。</translation>
        </message>
        <message>
            <source>Who is working?</source>
            <translation>谁来收银？</translation>
        </message>
        <message>
            <source>Touch your name and enter your PIN, or scan your badge.</source>
            <translation>点自己的名字并输入密码，或扫工牌。</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>换人</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>浅色／深色</translation>
        </message>
        <message>
            <source>Practise</source>
            <translation>练习模式</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Status of the till</source>
            <translation>收银机状态</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Training · nothing is sent</source>
            <translation>练习 · 不上传</translation>
        </message>
        <message>
            <source>To send {count}</source>
            <translation>待上传 {count}</translation>
        </message>
        <message>
            <source>No sales now · touch to see why</source>
            <translation>暂停销售 · 点按查看原因</translation>
        </message>
        <message>
            <source>Online · everything works</source>
            <translation>在线 · 全部功能可用</translation>
        </message>
        <message>
            <source>Online · some things do not work</source>
            <translation>在线 · 部分功能不可用</translation>
        </message>
        <message>
            <source>Offline · selling goes on</source>
            <translation>离线 · 收款不受影响</translation>
        </message>
        <message>
            <source>Offline {minutes} min · selling goes on</source>
            <translation>离线 {minutes} 分钟 · 收款不受影响</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>One less</source>
            <translation>减一</translation>
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
            <translation>全部到齐</translation>
        </message>
        <message>
            <source>Count on</source>
            <translation>继续盘点</translation>
        </message>
        <message>
            <source>Give it up</source>
            <translation>放弃此单</translation>
        </message>
        <message>
            <source>Give this document up? Nothing has moved yet.</source>
            <translation>放弃此单吗？库存还没有变动。</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Area (shelf, window, store room)</source>
            <translation>区域（货架、橱窗、仓库）</translation>
        </message>
        <message>
            <source>Number of the delivery note</source>
            <translation>送货单号</translation>
        </message>
        <message>
            <source>Why does {product} differ?</source>
            <translation>{product} 为什么有差异？</translation>
        </message>
        <message>
            <source>Which store?</source>
            <translation>调往哪家门店？</translation>
        </message>
        <message>
            <source>So far {count}</source>
            <translation>目前 {count}</translation>
        </message>
        <message>
            <source>Year, month, day as on the pack: 261231</source>
            <translation>按包装上的年、月、日输入，例如 261231</translation>
        </message>
        <message>
            <source>kg</source>
            <translation>千克</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>How much is it?</source>
            <translation>数量多少？</translation>
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
            <translation>送货单</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Other stores</source>
            <translation>其他门店</translation>
        </message>
        <message>
            <source>Nobody's stock until it arrives</source>
            <translation>到货前不计入任何门店的库存</translation>
        </message>
        <message>
            <source>What is on the way</source>
            <translation>在途商品</translation>
        </message>
        <message>
            <source>What are you looking for?</source>
            <translation>要查什么商品？</translation>
        </message>
        <message>
            <source>Scan a product, or search for it: here and in other stores.</source>
            <translation>扫码或搜索，查看本店和其他门店的库存。</translation>
        </message>
        <message>
            <source>Ask other stores</source>
            <translation>查询其他门店</translation>
        </message>
        <message>
            <source>Order it for a customer</source>
            <translation>为顾客订货</translation>
        </message>
        <message>
            <source>Take it in</source>
            <translation>调入收货</translation>
        </message>
        <message>
            <source>Print the delivery note again</source>
            <translation>再打一张送货单</translation>
        </message>
        <message>
            <source>Write this batch off</source>
            <translation>报损这一批</translation>
        </message>
        <message>
            <source>Which of these?</source>
            <translation>是哪一个？</translation>
        </message>
        <message>
            <source>In the document</source>
            <translation>单内商品</translation>
        </message>
        <message>
            <source>Nothing in it yet</source>
            <translation>还没有商品</translation>
        </message>
        <message>
            <source>Scan the goods, or search for them.</source>
            <translation>扫码或搜索商品。</translation>
        </message>
        <message>
            <source>Nothing runs short</source>
            <translation>没有快缺货的商品</translation>
        </message>
        <message>
            <source>Of everything there is as much as seven days sold here.</source>
            <translation>所有商品都够本机七天的销量。</translation>
        </message>
        <message>
            <source>Nothing expires soon</source>
            <translation>没有临期商品</translation>
        </message>
        <message>
            <source>Batches stand here whose date was scanned or typed when they came.</source>
            <translation>收货时扫到或输入过日期的批次会列在这里。</translation>
        </message>
        <message>
            <source>Nothing is on the way</source>
            <translation>没有在途商品</translation>
        </message>
        <message>
            <source>Goods between stores stand here until they arrive.</source>
            <translation>门店之间调拨的商品，到货前显示在这里。</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Try another word, or scan the code.</source>
            <translation>换个词，或扫描条码。</translation>
        </message>
        <message>
            <source>Name or code of the goods</source>
            <translation>商品名称或条码</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Running short</source>
            <translation>快缺货</translation>
        </message>
        <message>
            <source>Expiring soon</source>
            <translation>临期</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>快缺货</translation>
        </message>
        <message>
            <source>Expiring</source>
            <translation>临期</translation>
        </message>
        <message>
            <source>Receive goods</source>
            <translation>收货</translation>
        </message>
        <message>
            <source>Write off</source>
            <translation>报损</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>盘点</translation>
        </message>
        <message>
            <source>Send to a store</source>
            <translation>调出</translation>
        </message>
        <message>
            <source>Take in a transfer</source>
            <translation>调入</translation>
        </message>
        <message>
            <source>{count} sold here in seven days</source>
            <translation>本机七天售出 {count}</translation>
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
            <translation>{date}：约剩 {count}，价值 {amount}</translation>
        </message>
        <message>
            <source>{date} · past its date</source>
            <translation>{date} · 已过期</translation>
        </message>
        <message>
            <source>{date} · last day</source>
            <translation>{date} · 最后一天</translation>
        </message>
        <message>
            <source>{date} · days left: {count}</source>
            <translation>{date} · 还剩 {count} 天</translation>
        </message>
        <message>
            <source>From {store}</source>
            <translation>来自 {store}</translation>
        </message>
        <message>
            <source>To {store}</source>
            <translation>发往 {store}</translation>
        </message>
        <message>
            <source>sent {when}</source>
            <translation>{when} 发出</translation>
        </message>
        <message>
            <source>Products: {count}</source>
            <translation>{count} 种商品</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation>现有库存</translation>
        </message>
        <message>
            <source>Kept for orders</source>
            <translation>订单预留</translation>
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
            <translation>网上可订</translation>
        </message>
        <message>
            <source>Nobody has told how much of it is here.</source>
            <translation>还没有这件商品的库存数。</translation>
        </message>
        <message>
            <source>Head office has not told of this store's stock yet.</source>
            <translation>总部还没有传来本店库存。</translation>
        </message>
        <message>
            <source>Head office's figures of {when}, and what this till did since</source>
            <translation>总部数据（{when}），加上本机此后的变动</translation>
        </message>
        <message>
            <source>Asking head office about other stores…</source>
            <translation>正在向总部查询其他门店…</translation>
        </message>
        <message>
            <source>Other stores are not known without head office.</source>
            <translation>连不上总部，无法得知其他门店的库存。</translation>
        </message>
        <message>
            <source>Head office does not answer; other stores as of {when}</source>
            <translation>总部没有回应，其他门店为 {when} 的数据</translation>
        </message>
        <message>
            <source>No other store has it, as of {when}.</source>
            <translation>其他门店都没有（{when}）。</translation>
        </message>
        <message>
            <source>Other stores as of {when}</source>
            <translation>其他门店（{when}）</translation>
        </message>
        <message>
            <source>Products: {lines} · in all {total}</source>
            <translation>{lines} 种商品 · 共 {total}</translation>
        </message>
        <message>
            <source>Finish the count</source>
            <translation>完成盘点</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>核对差异</translation>
        </message>
        <message>
            <source>Goods received</source>
            <translation>确认收货</translation>
        </message>
        <message>
            <source>Write it off</source>
            <translation>确认报损</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>确认调出</translation>
        </message>
        <message>
            <source>Goods taken in</source>
            <translation>确认调入</translation>
        </message>
        <message>
            <source>Tap a product marked “why?” and choose a reason. Others need none.</source>
            <translation>点选标有“原因？”的商品并选择原因，其余不必。</translation>
        </message>
        <message>
            <source>Scan what lies there: each scan is one. Stock is shown when you compare.</source>
            <translation>逐件扫码，扫一次算一件。核对时才显示库存。</translation>
        </message>
        <message>
            <source>Scan what arrived from {store}; what is missing is noted.</source>
            <translation>扫描从 {store} 到的商品，短少会记下。</translation>
        </message>
        <message>
            <source>Scan the goods: each scan is one more. Tap a line to type a quantity.</source>
            <translation>逐件扫码，扫一次加一件；点商品行可输数量。</translation>
        </message>
        <message>
            <source>counted {counted}, stock {level}</source>
            <translation>实点 {counted}，账面 {level}</translation>
        </message>
        <message>
            <source>{note} · sold while it was counted</source>
            <translation>{note} · 盘点中有售出</translation>
        </message>
        <message>
            <source>{note} · why?</source>
            <translation>{note} · 原因？</translation>
        </message>
        <message>
            <source>{count} were sent</source>
            <translation>发出 {count}</translation>
        </message>
        <message>
            <source>{count} on the delivery note</source>
            <translation>送货单 {count}</translation>
        </message>
        <message>
            <source>heard {when}</source>
            <translation>{when} 有消息</translation>
        </message>
        <message>
            <source>{count} m</source>
            <translation>{count} 米</translation>
        </message>
        <message>
            <source>{count} km</source>
            <translation>{count} 公里</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>刚刚</translation>
        </message>
    </context>
    <context>
        <name>Trouble</name>
        <message>
            <source>The till cannot be opened</source>
            <translation>收银机无法打开</translation>
        </message>
        <message>
            <source>Code for support: {code}</source>
            <translation>技术支持代码：{code}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Unlock</name>
        <message>
            <source>Passphrase of this till</source>
            <translation>本收银机的口令</translation>
        </message>
        <message>
            <source>Open the till</source>
            <translation>打开收银机</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>figures</name>
        <message>
            <source>Net sales</source>
            <translation>净销售额</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>交易笔数</translation>
        </message>
        <message>
            <source>Average receipt</source>
            <translation>客单价</translation>
        </message>
        <message>
            <source>Sold</source>
            <translation>售出金额</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>退货金额</translation>
        </message>
        <message>
            <source>Return rate</source>
            <translation>退货率</translation>
        </message>
        <message>
            <source>Returns (number)</source>
            <translation>退货笔数</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>商品件数</translation>
        </message>
        <message>
            <source>Items a receipt</source>
            <translation>每单件数</translation>
        </message>
        <message>
            <source>At list price</source>
            <translation>原价金额</translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation>优惠金额</translation>
        </message>
        <message>
            <source>Uses of discounts</source>
            <translation>优惠次数</translation>
        </message>
        <message>
            <source>Share of discounts</source>
            <translation>优惠占比</translation>
        </message>
        <message>
            <source>Revenue without tax</source>
            <translation>不含税收入</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税额</translation>
        </message>
        <message>
            <source>Taxed amount</source>
            <translation>计税金额</translation>
        </message>
        <message>
            <source>Owed by funders</source>
            <translation>应收补贴</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>找零舍入</translation>
        </message>
        <message>
            <source>Tenders</source>
            <translation>收款金额</translation>
        </message>
        <message>
            <source>Uses of tenders</source>
            <translation>收款次数</translation>
        </message>
        <message>
            <source>Members' receipts</source>
            <translation>会员交易占比</translation>
        </message>
        <message>
            <source>Members' share</source>
            <translation>会员销售占比</translation>
        </message>
        <message>
            <source>Removed lines</source>
            <translation>删除行数</translation>
        </message>
        <message>
            <source>Removed, at list price</source>
            <translation>删除金额（原价）</translation>
        </message>
        <message>
            <source>Given-up baskets</source>
            <translation>放弃的购物篮</translation>
        </message>
        <message>
            <source>Given up, at list price</source>
            <translation>放弃金额（原价）</translation>
        </message>
        <message>
            <source>Voids after total</source>
            <translation>总额告知后取消</translation>
        </message>
        <message>
            <source>Voided after total, at list price</source>
            <translation>告知总额后取消的原价金额</translation>
        </message>
        <message>
            <source>Price overrides</source>
            <translation>改价次数</translation>
        </message>
        <message>
            <source>Taken off by overrides</source>
            <translation>改价金额</translation>
        </message>
        <message>
            <source>Discounts by hand</source>
            <translation>手工优惠次数</translation>
        </message>
        <message>
            <source>Given by hand</source>
            <translation>手工优惠金额</translation>
        </message>
        <message>
            <source>Small change dropped (number)</source>
            <translation>手工抹零次数</translation>
        </message>
        <message>
            <source>Small change dropped</source>
            <translation>手工抹零金额</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>授权次数</translation>
        </message>
        <message>
            <source>No-sales</source>
            <translation>非销售开钱箱</translation>
        </message>
        <message>
            <source>Drawer openings</source>
            <translation>开钱箱次数</translation>
        </message>
        <message>
            <source>Openings with a time</source>
            <translation>测到时长的次数</translation>
        </message>
        <message>
            <source>Drawer open for</source>
            <translation>钱箱打开时长</translation>
        </message>
        <message>
            <source>Drawer open each time</source>
            <translation>每次打开时长</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>补打次数</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>无码销售行数</translation>
        </message>
        <message>
            <source>Top-ups (number)</source>
            <translation>充值次数</translation>
        </message>
        <message>
            <source>Top-ups</source>
            <translation>充值金额</translation>
        </message>
        <message>
            <source>Tenders of top-ups</source>
            <translation>充值收款</translation>
        </message>
        <message>
            <source>Bonus of top-ups</source>
            <translation>充值赠送</translation>
        </message>
        <message>
            <source>Deposits charged</source>
            <translation>收取押金</translation>
        </message>
        <message>
            <source>Deposits given back</source>
            <translation>退还押金</translation>
        </message>
        <message>
            <source>Forfeited by vouchers</source>
            <translation>代金券未用余额</translation>
        </message>
        <message>
            <source>Orders handed over</source>
            <translation>订单交付</translation>
        </message>
        <message>
            <source>Value handed over</source>
            <translation>交付金额</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>现金存入</translation>
        </message>
        <message>
            <source>Paid out</source>
            <translation>现金支出</translation>
        </message>
        <message>
            <source>Safe drops</source>
            <translation>投库</translation>
        </message>
        <message>
            <source>Float added</source>
            <translation>追加备用金</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>短款</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>长款</translation>
        </message>
        <message>
            <source>Points earned</source>
            <translation>发放积分</translation>
        </message>
        <message>
            <source>Points spent</source>
            <translation>使用积分</translation>
        </message>
        <message>
            <source>New members</source>
            <translation>新会员</translation>
        </message>
        <message>
            <source>Coupons used</source>
            <translation>核销优惠券</translation>
        </message>
        <message>
            <source>Taken off by coupons</source>
            <translation>优惠券金额</translation>
        </message>
        <message>
            <source>Coupons printed</source>
            <translation>打印优惠券</translation>
        </message>
        <message>
            <source>Order value, all channels</source>
            <translation>全渠道成交额</translation>
        </message>
        <message>
            <source>Online to store</source>
            <translation>线上到店转化率</translation>
        </message>
        <message>
            <source>Share of pickup</source>
            <translation>自提占比</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>取货率</translation>
        </message>
        <message>
            <source>No-show rate</source>
            <translation>未取率</translation>
        </message>
        <message>
            <source>Orders placed</source>
            <translation>下单数</translation>
        </message>
        <message>
            <source>Value of orders</source>
            <translation>订单金额</translation>
        </message>
        <message>
            <source>Orders collected</source>
            <translation>已取订单</translation>
        </message>
        <message>
            <source>No-shows</source>
            <translation>未取订单</translation>
        </message>
        <message>
            <source>In two channels</source>
            <translation>跨渠道会员占比</translation>
        </message>
        <message>
            <source>Repurchase rate</source>
            <translation>复购率</translation>
        </message>
        <message>
            <source>Repurchase of newcomers</source>
            <translation>新客复购率</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>留存率</translation>
        </message>
        <message>
            <source>Stock turnover</source>
            <translation>库存周转</translation>
        </message>
        <message>
            <source>Days of stock</source>
            <translation>库存可售天数</translation>
        </message>
        <message>
            <source>Share of orders</source>
            <translation>线上占比</translation>
        </message>
        <message>
            <source>Store visits (estimate)</source>
            <translation>到店人次（估算）</translation>
        </message>
        <message>
            <source>Out of stock</source>
            <translation>缺货率</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>损耗</translation>
        </message>
        <message>
            <source>Loss rate</source>
            <translation>损耗率</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>准时率</translation>
        </message>
        <message>
            <source>Orders ready</source>
            <translation>备好订单</translation>
        </message>
        <message>
            <source>Minutes late</source>
            <translation>平均超时分钟</translation>
        </message>
        <message>
            <source>Return on campaigns</source>
            <translation>活动投入产出</translation>
        </message>
        <message>
            <source>Coupons issued</source>
            <translation>发券数</translation>
        </message>
        <message>
            <source>Coupons claimed</source>
            <translation>领券数</translation>
        </message>
        <message>
            <source>Coupons redeemed</source>
            <translation>核销数</translation>
        </message>
        <message>
            <source>Redemption rate</source>
            <translation>核销率</translation>
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
            <translation>现金流</translation>
        </message>
        <message>
            <source>Subsidies</source>
            <translation>补贴</translation>
        </message>
        <message>
            <source>Commission</source>
            <translation>佣金</translation>
        </message>
        <message>
            <source>Delivery fees</source>
            <translation>配送费</translation>
        </message>
        <message>
            <source>Cost of a new customer</source>
            <translation>获客成本</translation>
        </message>
        <message>
            <source>First purchase</source>
            <translation>首购率</translation>
        </message>
        <message>
            <source>Value of a customer</source>
            <translation>顾客价值</translation>
        </message>
        <message>
            <source>What goods were sold for, after discounts and with tax, less what was given back for returned goods.</source>
            <translation>商品售价（优惠后、含税）减去退货退回的金额。</translation>
        </message>
        <message>
            <source>Sales documents with goods sold; a document that only takes goods back is not counted.</source>
            <translation>售出商品的交易单数；只有退货的单不计。</translation>
        </message>
        <message>
            <source>Net sales divided by receipts; handed-over orders that were paid before are in neither.</source>
            <translation>净销售额除以交易笔数；交付已付款的订单两边都不计。</translation>
        </message>
        <message>
            <source>What goods were sold for, after discounts and with tax, before returns.</source>
            <translation>商品售价（优惠后、含税），未减退货。</translation>
        </message>
        <message>
            <source>What was given back for returned goods, less what was charged again of their discounts.</source>
            <translation>因退货退回的金额，减去追回的优惠。</translation>
        </message>
        <message>
            <source>Returns divided by what was sold.</source>
            <translation>退货金额除以售出金额。</translation>
        </message>
        <message>
            <source>Documents that take goods back.</source>
            <translation>收回商品的单数。</translation>
        </message>
        <message>
            <source>Pieces sold, packs by their pieces; weighed goods by the kilogram. Deposits are none.</source>
            <translation>售出件数，整箱按件计，散称按公斤计；押金不计。</translation>
        </message>
        <message>
            <source>Items divided by receipts.</source>
            <translation>商品件数除以交易笔数。</translation>
        </message>
        <message>
            <source>What the goods would have cost without any discount.</source>
            <translation>不打折时商品的金额。</translation>
        </message>
        <message>
            <source>All that was taken off by campaigns, coupons and by hand, less what ended with returned goods.</source>
            <translation>活动、优惠券和手工减去的全部金额，减去随退货终止的部分。</translation>
        </message>
        <message>
            <source>How often a campaign or coupon took something off: once a document.</source>
            <translation>活动或优惠券减价的次数，每单一次。</translation>
        </message>
        <message>
            <source>Discounts as given, divided by the amount at list price.</source>
            <translation>给出的优惠除以原价金额。</translation>
        </message>
        <message>
            <source>What customers paid for goods, without tax, less returns.</source>
            <translation>顾客为商品所付金额，不含税，减退货。</translation>
        </message>
        <message>
            <source>The tax in what was sold, less that of returns.</source>
            <translation>售出商品所含税额，减退货部分。</translation>
        </message>
        <message>
            <source>The amount without tax on which tax is due, with what third parties pay.</source>
            <translation>应计税的不含税金额，包括第三方支付的部分。</translation>
        </message>
        <message>
            <source>Discounts that a brand or a platform pays for, less what ended with returns.</source>
            <translation>由品牌或平台承担的优惠，减去随退货终止的部分。</translation>
        </message>
        <message>
            <source>What was added or dropped to reach whole coins.</source>
            <translation>为凑整而加减的金额。</translation>
        </message>
        <message>
            <source>What was settled by tenders, after change; money given back is taken off.</source>
            <translation>各收款方式结清的金额，已扣找零；退回的款项已减去。</translation>
        </message>
        <message>
            <source>Documents by tender; one that is paid in two ways counts twice.</source>
            <translation>按收款方式计的单数；两种方式付款计两次。</translation>
        </message>
        <message>
            <source>Receipts with a member, divided by all receipts.</source>
            <translation>有会员的交易笔数除以全部交易笔数。</translation>
        </message>
        <message>
            <source>What was sold to members, divided by all that was sold.</source>
            <translation>售给会员的金额除以全部售出金额。</translation>
        </message>
        <message>
            <source>Lines taken out before payment, those of given-up baskets too.</source>
            <translation>付款前删除的行，包括放弃的购物篮。</translation>
        </message>
        <message>
            <source>The list price of the lines that were taken out before payment.</source>
            <translation>付款前删除的行按原价计的金额。</translation>
        </message>
        <message>
            <source>Baskets that were emptied or left, and nothing was paid.</source>
            <translation>清空或离开而未付款的购物篮。</translation>
        </message>
        <message>
            <source>The list price of what was in given-up baskets.</source>
            <translation>放弃的购物篮中商品按原价计的金额。</translation>
        </message>
        <message>
            <source>Baskets that were given up, or lost lines, after the customer was told the total.</source>
            <translation>已告知顾客总额之后被放弃或删行的购物篮。</translation>
        </message>
        <message>
            <source>The list price of what went out of baskets after the customer was told the total.</source>
            <translation>告知顾客总额之后从购物篮中拿掉的商品原价。</translation>
        </message>
        <message>
            <source>Prices that a cashier set instead of the price list.</source>
            <translation>收银员自定价格的次数。</translation>
        </message>
        <message>
            <source>How much lower the cashiers' own prices were.</source>
            <translation>收银员自定价格比标价低的金额。</translation>
        </message>
        <message>
            <source>Discounts and prices given by a cashier; dropped change is not counted.</source>
            <translation>收银员给出的折扣和改价；抹零不计。</translation>
        </message>
        <message>
            <source>What cashiers took off by hand; dropped change is not counted.</source>
            <translation>收银员手工减去的金额；抹零不计。</translation>
        </message>
        <message>
            <source>How often a cashier dropped small change.</source>
            <translation>收银员手工抹零的次数。</translation>
        </message>
        <message>
            <source>What cashiers dropped of small change.</source>
            <translation>收银员手工抹去的零钱。</translation>
        </message>
        <message>
            <source>Acts that another person allowed by badge or PIN.</source>
            <translation>由他人凭工牌或密码允许的操作。</translation>
        </message>
        <message>
            <source>Openings of the cash drawer without a sale.</source>
            <translation>没有销售而打开钱箱的次数。</translation>
        </message>
        <message>
            <source>Openings of the cash drawer: for documents and top-ups with cash, for movements, and without a sale.</source>
            <translation>打开钱箱的次数：有现金的单据和充值、钱箱收支、非销售开箱。</translation>
        </message>
        <message>
            <source>Openings of which the printer told when the drawer was shut again.</source>
            <translation>打印机报告了钱箱何时关上的开箱次数。</translation>
        </message>
        <message>
            <source>How long the drawer stood open, until its switch said that it was shut. Not known (–) where the printer does not tell.</source>
            <translation>钱箱打开到开关报告关上为止的总时长。打印机不报告时不得而知（–）。</translation>
        </message>
        <message>
            <source>Time that the drawer stood open, divided by the openings with a time.</source>
            <translation>钱箱打开总时长除以测到时长的次数。</translation>
        </message>
        <message>
            <source>Receipts that were printed again.</source>
            <translation>再次打印小票的次数。</translation>
        </message>
        <message>
            <source>Lines sold without a product, with a price keyed in.</source>
            <translation>没有商品、手输价格的行数。</translation>
        </message>
        <message>
            <source>How often money was paid into a member balance. Not a sale.</source>
            <translation>充入会员储值余额的次数，不计入销售。</translation>
        </message>
        <message>
            <source>Money paid into member balances. Not a sale.</source>
            <translation>充入会员储值余额的金额，不计入销售。</translation>
        </message>
        <message>
            <source>What top-ups brought in by tender.</source>
            <translation>充值按收款方式收到的金额。</translation>
        </message>
        <message>
            <source>What the shop gave on top.</source>
            <translation>店铺赠送的金额。</translation>
        </message>
        <message>
            <source>Deposits for bottles and bags among what was sold.</source>
            <translation>售出金额中的瓶、袋押金。</translation>
        </message>
        <message>
            <source>Deposits for bottles and bags among what was returned.</source>
            <translation>退货金额中的瓶、袋押金。</translation>
        </message>
        <message>
            <source>What vouchers were worth above what they paid.</source>
            <translation>代金券面值超出付款的部分。</translation>
        </message>
        <message>
            <source>Orders, or parts of them, that left the store. Apart from the sales: they were paid before.</source>
            <translation>离开门店的订单或部分订单；已另行付款，不计入销售。</translation>
        </message>
        <message>
            <source>What the orders that left the store were worth. Apart from the sales.</source>
            <translation>离开门店的订单金额，不计入销售。</translation>
        </message>
        <message>
            <source>Cash put into the drawer, with a reason.</source>
            <translation>放入钱箱的现金，附原因。</translation>
        </message>
        <message>
            <source>Cash taken from the drawer for an expense.</source>
            <translation>从钱箱支出的现金。</translation>
        </message>
        <message>
            <source>Cash moved from the drawer to the safe.</source>
            <translation>从钱箱转入保险箱的现金。</translation>
        </message>
        <message>
            <source>Change money added to the drawer.</source>
            <translation>加入钱箱的找零备用金。</translation>
        </message>
        <message>
            <source>Counted less expected, of closed shifts: above zero is over, below zero short.</source>
            <translation>已交班班次的实点减应有：正为长款，负为短款。</translation>
        </message>
        <message>
            <source>What was missing when closed shifts were counted.</source>
            <translation>交班清点时缺少的金额。</translation>
        </message>
        <message>
            <source>What was there too much when closed shifts were counted.</source>
            <translation>交班清点时多出的金额。</translation>
        </message>
        <message>
            <source>Points that documents gave; those taken back with returns are taken off.</source>
            <translation>交易发放的积分，减去随退货收回的。</translation>
        </message>
        <message>
            <source>Points that paid for goods or rewards.</source>
            <translation>用于付款或兑换的积分。</translation>
        </message>
        <message>
            <source>Members who joined at this store.</source>
            <translation>在本店加入的会员。</translation>
        </message>
        <message>
            <source>Coupons that took something off.</source>
            <translation>已核销的优惠券张数。</translation>
        </message>
        <message>
            <source>What coupons took off.</source>
            <translation>优惠券减去的金额。</translation>
        </message>
        <message>
            <source>Coupons that this till printed.</source>
            <translation>收银机打印的优惠券张数。</translation>
        </message>
        <message>
            <source>What was sold over the counter and what was ordered, each once, before refunds.</source>
            <translation>柜台售出与订单金额之和，各计一次，未减退款。</translation>
        </message>
        <message>
            <source>Members with an online order or touch who bought or collected in a store within 30 days, divided by those touched.</source>
            <translation>线上下单或互动的会员中，30 天内到店购买或取货的占比。</translation>
        </message>
        <message>
            <source>Orders placed for pickup, divided by all orders placed.</source>
            <translation>选择到店自提的订单除以全部订单。</translation>
        </message>
        <message>
            <source>Orders of which something left the store, divided by those that became ready.</source>
            <translation>已取走的订单除以已备好的订单。</translation>
        </message>
        <message>
            <source>Orders that nobody came for, divided by those that became ready.</source>
            <translation>无人来取的订单除以已备好的订单。</translation>
        </message>
        <message>
            <source>Orders that were placed in this time for this store.</source>
            <translation>此期间下给本店的订单。</translation>
        </message>
        <message>
            <source>What the placed orders come to, as ordered, before refunds.</source>
            <translation>所下订单的金额，未减退款。</translation>
        </message>
        <message>
            <source>Placed orders of which something has left the store.</source>
            <translation>已有商品离店的订单。</translation>
        </message>
        <message>
            <source>Placed orders that nobody came for.</source>
            <translation>无人来取的订单。</translation>
        </message>
        <message>
            <source>Members with an event in two channels or more, divided by active members.</source>
            <translation>在两个以上渠道有往来的会员除以活跃会员。</translation>
        </message>
        <message>
            <source>Customers with two purchases or more, divided by customers with one or more.</source>
            <translation>购买两次以上的顾客除以有购买的顾客。</translation>
        </message>
        <message>
            <source>The same of those who joined by a store's code.</source>
            <translation>由门店二维码加入者的复购率。</translation>
        </message>
        <message>
            <source>Of those whose first purchase was in the month, who bought in this time.</source>
            <translation>首购在当月的顾客中，此期间再次购买的占比。</translation>
        </message>
        <message>
            <source>Cost of what tills sold, divided by the stock at cost, the average of the ends of the days.</source>
            <translation>收银售出商品的成本除以每日结束时库存成本的平均值。</translation>
        </message>
        <message>
            <source>How many days the average stock at cost lasts at this pace.</source>
            <translation>按此速度，平均库存（按成本）可卖的天数。</translation>
        </message>
        <message>
            <source>Of the products that somebody bought or ordered in the 28 days before, the part of which nothing was there when the day ended.</source>
            <translation>此前 28 天有人购买或订购的商品中，每日结束时没有库存的比例。</translation>
        </message>
        <message>
            <source>An estimate: what receipts with this campaign alone brought above the average of receipts without any, less what it cost the shop, divided by that cost.</source>
            <translation>估算：只用此活动的小票比不用活动的小票平均多带来的毛利，减去商家承担的费用，再除以该费用。</translation>
        </message>
        <message>
            <source>Coupons that were issued in this time, online or on paper.</source>
            <translation>这段时间发出的优惠券，线上或纸质。</translation>
        </message>
        <message>
            <source>Of these coupons, those that a member has or had.</source>
            <translation>其中会员持有或曾持有的。</translation>
        </message>
        <message>
            <source>Of these coupons, those that were used until now.</source>
            <translation>其中至今已使用的。</translation>
        </message>
        <message>
            <source>Of the coupons that were issued in this time, the part that was used until now.</source>
            <translation>这段时间发出的优惠券中，至今已使用的占比。</translation>
        </message>
        <message>
            <source>Discounts that others than the store bear, of receipts and of orders paid online.</source>
            <translation>门店以外各方承担的折扣，含小票和线上已付订单。</translation>
        </message>
        <message>
            <source>What channels keep of the orders of this time, less the share of what was given back.</source>
            <translation>渠道从这段时间的订单中收取的佣金，已减去退款部分。</translation>
        </message>
        <message>
            <source>What deliveries cost, as the owner told it.</source>
            <translation>配送费用，由老板录入。</translation>
        </message>
        <message>
            <source>Marketing as the owner told it and discounts for first purchases, divided by the members who joined and bought.</source>
            <translation>老板录入的营销费用加首购折扣，除以这段时间加入并购买的会员数。</translation>
        </message>
        <message>
            <source>Value of orders, divided by the order value of all channels.</source>
            <translation>订单金额除以全渠道成交额。</translation>
        </message>
        <message>
            <source>Receipts and handed-over orders together: a stand-in, nobody counts who walks in.</source>
            <translation>交易笔数加订单交付；近似值，并未统计进店人数。</translation>
        </message>
        <message>
            <source>What was wasted or found missing, at cost.</source>
            <translation>报损和盘亏的成本。</translation>
        </message>
        <message>
            <source>Losses divided by net sales.</source>
            <translation>损耗除以净销售额。</translation>
        </message>
        <message>
            <source>Orders ready by their promised time, divided by all that became ready.</source>
            <translation>按承诺时间备好的订单除以全部备好的订单。</translation>
        </message>
        <message>
            <source>Orders that became ready for pickup in this time.</source>
            <translation>此期间备好待取的订单。</translation>
        </message>
        <message>
            <source>Of late orders: how many minutes after the promise they were ready.</source>
            <translation>超时订单在承诺时间后多少分钟备好。</translation>
        </message>
        <message>
            <source>What goods with a known cost brought in without tax, less that cost.</source>
            <translation>已知成本商品的不含税收入减去成本。</translation>
        </message>
        <message>
            <source>Margin divided by what those goods brought in.</source>
            <translation>毛利除以这些商品的收入。</translation>
        </message>
        <message>
            <source>How much of the revenue the margin speaks of.</source>
            <translation>毛利所涵盖的收入占比。</translation>
        </message>
        <message>
            <source>Cash of sales and top-ups, plus paid in, less paid out.</source>
            <translation>销售与充值的现金，加存入，减支出。</translation>
        </message>
        <message>
            <source>Those who registered and bought, divided by all who registered.</source>
            <translation>注册并购买的人除以全部注册的人。</translation>
        </message>
        <message>
            <source>Revenue of known customers, divided by their number.</source>
            <translation>已知顾客的收入除以人数。</translation>
        </message>
        <message>
            <source>Known at head office.</source>
            <translation>数据在总部。</translation>
        </message>
        <message>
            <source>Members were not counted.</source>
            <translation>没有统计会员。</translation>
        </message>
        <message>
            <source>Nobody tells head office what it is made of.</source>
            <translation>总部没有收到组成它的数据。</translation>
        </message>
        <message>
            <source>Known of a store's whole days only.</source>
            <translation>只能按门店整日统计。</translation>
        </message>
        <message>
            <source>Orders belong to the store, not to a person.</source>
            <translation>订单属于门店，不属于个人。</translation>
        </message>
        <message>
            <source>No stock was written down for these days yet: head office does so when a day has ended.</source>
            <translation>这些天还没有库存记录：总部在每日结束时记录。</translation>
        </message>
        <message>
            <source>No product on hand has a cost.</source>
            <translation>库存商品都没有成本。</translation>
        </message>
        <message>
            <source>Nothing was sold whose cost is known.</source>
            <translation>没有售出已知成本的商品。</translation>
        </message>
        <message>
            <source>Nobody wanted anything whose stock is known.</source>
            <translation>没有人需要有库存记录的商品。</translation>
        </message>
        <message>
            <source>Too few receipts to compare: it takes 30 with one campaign alone and 30 without any.</source>
            <translation>可比的小票太少：需要只用一个活动的 30 张和不用活动的 30 张。</translation>
        </message>
        <message>
            <source>The campaigns cost the shop nothing.</source>
            <translation>这些活动没有花商家的钱。</translation>
        </message>
        <message>
            <source>There were orders paid online; head office settles them.</source>
            <translation>有线上已付的订单，由总部结算。</translation>
        </message>
        <message>
            <source>Nobody told what deliveries cost on all of these days.</source>
            <translation>没有录入这些天全部的配送费用。</translation>
        </message>
        <message>
            <source>Nobody told what marketing cost on all of these days.</source>
            <translation>没有录入这些天全部的营销费用。</translation>
        </message>
        <message>
            <source>Coupons belong to the chain, not to a store: look at all stores.</source>
            <translation>优惠券属于整个连锁，不属于单个门店：请查看所有门店。</translation>
        </message>
        <message>
            <source>Nobody new bought in this time.</source>
            <translation>这段时间没有新会员购买。</translation>
        </message>
    </context>
    <context>
        <name>texts</name>
        <message>
            <source>Something went wrong. Nothing was lost. Code: {0}</source>
            <translation>出错了，数据没有丢失。代码：{0}</translation>
        </message>
        <message>
            <source>The till is closing. This was not done.</source>
            <translation>收银机正在关闭，此操作未执行。</translation>
        </message>
        <message>
            <source>You do not have the right for this. Ask a manager.</source>
            <translation>您没有此操作的权限，请找店长。</translation>
        </message>
        <message>
            <source>This is above your limit ({1}). Ask a manager.</source>
            <translation>超出您的限额（{1}），请找店长。</translation>
        </message>
        <message>
            <source>This person is not on the staff list.</source>
            <translation>员工名单中没有此人。</translation>
        </message>
        <message>
            <source>Nobody is signed in. Sign in first.</source>
            <translation>尚未登录，请先登录。</translation>
        </message>
        <message>
            <source>Wrong PIN. Tries left before a wait: {0}.</source>
            <translation>密码错误，还可尝试 {0} 次。</translation>
        </message>
        <message>
            <source>Too many wrong PINs. Wait {0} min, or scan the badge.</source>
            <translation>密码错误次数过多，请等待 {0} 分钟，或扫描工牌。</translation>
        </message>
        <message>
            <source>This badge is not known here. Sign in by PIN.</source>
            <translation>工牌无法识别，请用密码登录。</translation>
        </message>
        <message>
            <source>No shift is open. Open a shift first.</source>
            <translation>尚未开班，请先开班。</translation>
        </message>
        <message>
            <source>Shift {0} is open already.</source>
            <translation>班次 {0} 已经开班。</translation>
        </message>
        <message>
            <source>The float must be an amount of 0 or more.</source>
            <translation>备用金必须为 0 或以上的金额。</translation>
        </message>
        <message>
            <source>A count is missing. Count every tender.</source>
            <translation>还有未清点的收款方式，请逐项清点。</translation>
        </message>
        <message>
            <source>The basket is not empty. Finish or empty it first.</source>
            <translation>购物篮不为空，请先结账或清空。</translation>
        </message>
        <message>
            <source>This shift is not on this till.</source>
            <translation>本收银机没有此班次。</translation>
        </message>
        <message>
            <source>Nothing in the basket. Scan the goods first.</source>
            <translation>购物篮为空，请先扫描商品。</translation>
        </message>
        <message>
            <source>This sale is paid already. Start the next one.</source>
            <translation>本单已收款，请开始下一单。</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>代金券</translation>
        </message>
        <message>
            <source>Card or payment code</source>
            <translation>刷卡或付款码</translation>
        </message>
        <message>
            <source>This is a payment code, not a voucher. Close this, then scan it again.</source>
            <translation>这是付款码，不是代金券。请关闭此面板后再扫描。</translation>
        </message>
        <message>
            <source>No payment provider is connected. Take the money on the shop's own device.</source>
            <translation>未连接支付机构。请用本店设备收款。</translation>
        </message>
        <message>
            <source>The provider is asked again…</source>
            <translation>正在再次查询支付机构…</translation>
        </message>
        <message>
            <source>The payment is called back…</source>
            <translation>正在撤销收款…</translation>
        </message>
        <message>
            <source>The money is given back…</source>
            <translation>正在退款…</translation>
        </message>
        <message>
            <source>The money is back with the customer.</source>
            <translation>款项已退回顾客。</translation>
        </message>
        <message>
            <source>Touch it once more to give {0} back to the customer.</source>
            <translation>再点一次，将 {0} 退还顾客。</translation>
        </message>
        <message>
            <source>Count {0} as paid: the customer's phone shows it.</source>
            <translation>将 {0} 记为已支付：顾客手机显示已支付。</translation>
        </message>
        <message>
            <source>Count {0} as not paid.</source>
            <translation>将 {0} 记为未支付。</translation>
        </message>
        <message>
            <source>Count {0} as given back otherwise: the provider refuses it.</source>
            <translation>将 {0} 视为已用其他方式退还：支付机构拒绝退款。</translation>
        </message>
        <message>
            <source>The payment provider does not answer. Take cash, or the shop's own device.</source>
            <translation>支付机构没有答复。请收现金，或使用门店自己的设备。</translation>
        </message>
        <message>
            <source>A payment waits for somebody to look at it.</source>
            <translation>有支付等待人工查看。</translation>
        </message>
        <message>
            <source>The provider does not answer. Somebody with the right decides; the journal keeps it.</source>
            <translation>支付机构没有答复。由有权限的人员决定，并记入流水。</translation>
        </message>
        <message>
            <source>There is nothing to charge. Look at the total again.</source>
            <translation>没有可收的金额。请再看一下应收。</translation>
        </message>
        <message>
            <source>A payment of this sale is not known yet. Ask again, or set it aside first.</source>
            <translation>本单有一笔支付结果未知。请再次查询，或先搁置。</translation>
        </message>
        <message>
            <source>No provider approved this payment for this sale. Ask for the money again.</source>
            <translation>没有支付机构为本单批准这笔付款。请重新收款。</translation>
        </message>
        <message>
            <source>The customer's money is here already. Finish with it, or give it back first.</source>
            <translation>顾客的款项已到账。请用它完成，或先退还。</translation>
        </message>
        <message>
            <source>The customer's money is here for this basket. Give it back on the payment screen first.</source>
            <translation>此购物篮已有顾客付款。请先在收款界面退还。</translation>
        </message>
        <message>
            <source>This money pays for a sale, or is not here. Take the goods back instead.</source>
            <translation>这笔钱已用于销售，或未到账。请改办退货。</translation>
        </message>
        <message>
            <source>The provider has answered meanwhile. Look at the payment again.</source>
            <translation>支付机构已有答复。请再看一下这笔支付。</translation>
        </message>
        <message>
            <source>This payment is not on this till. Look on the till that took it.</source>
            <translation>本收银机没有这笔支付。请到收款的收银机上查看。</translation>
        </message>
        <message>
            <source>The payment provider cannot be reached. Nothing was charged; take the money otherwise.</source>
            <translation>无法连接支付机构。未扣款；请用其他方式收款。</translation>
        </message>
        <message>
            <source>The payment provider does not answer. It is asked again by itself.</source>
            <translation>支付机构没有答复。系统会自动再次查询。</translation>
        </message>
        <message>
            <source>The provider's answer cannot be read. It is asked again by itself.</source>
            <translation>支付机构的答复无法读取。系统会自动再次查询。</translation>
        </message>
        <message>
            <source>Another provider was asked for this payment. Look at its list, then decide by hand.</source>
            <translation>这笔支付是向另一家支付机构发起的。请查看该机构的记录，再手工判定。</translation>
        </message>
        <message>
            <source>The store's settings have changed. They count when the till is started again.</source>
            <translation>门店设置已更改，收银机重新启动后生效。</translation>
        </message>
        <message>
            <source>The provider refused the order. Nothing was charged; try again.</source>
            <translation>支付机构拒绝了请求。未扣款；请重试。</translation>
        </message>
        <message>
            <source>Declined. Nothing was charged; ask for another way to pay.</source>
            <translation>支付被拒。未扣款；请顾客换一种方式付款。</translation>
        </message>
        <message>
            <source>Declined: not enough money there. Nothing was charged; ask for another way to pay.</source>
            <translation>支付被拒：余额不足。未扣款；请顾客换一种方式付款。</translation>
        </message>
        <message>
            <source>This payment code was used already. Ask the customer for a fresh one.</source>
            <translation>此付款码已用过。请顾客刷新付款码。</translation>
        </message>
        <message>
            <source>The payment code is too old by now. Scan a fresh one.</source>
            <translation>付款码已过期。请重新扫描。</translation>
        </message>
        <message>
            <source>The customer said no on the phone. Nothing was charged.</source>
            <translation>顾客在手机上拒绝了。未扣款。</translation>
        </message>
        <message>
            <source>The payment was called back. Nothing was charged.</source>
            <translation>支付已撤回。未扣款。</translation>
        </message>
        <message>
            <source>The order never reached the provider. Nothing was charged; try again.</source>
            <translation>请求未到达支付机构。未扣款；请重试。</translation>
        </message>
        <message>
            <source>The provider does not give this money back. Call the provider.</source>
            <translation>支付机构不退还这笔款。请联系支付机构。</translation>
        </message>
        <message>
            <source>The payment provider's address {0} is none. Cards are not taken; call support.</source>
            <translation>支付机构地址 {0} 无效。暂不收卡；请联系支持。</translation>
        </message>
        <message>
            <source>The payment provider's address {0} is not safe. Use the https address.</source>
            <translation>支付机构地址 {0} 不安全。请使用 https 地址。</translation>
        </message>
        <message>
            <source>The payment does not reach the total yet. Type more, or touch Cash to take this much of it.</source>
            <translation>付款金额不足。请继续输入，或点“现金”先收这部分。</translation>
        </message>
        <message>
            <source>This amount is not valid. Type it again.</source>
            <translation>金额无效，请重新输入。</translation>
        </message>
        <message>
            <source>The store's rounding of cash is not known. Update the till.</source>
            <translation>门店的现金抹零方式无法识别。请更新收银机。</translation>
        </message>
        <message>
            <source>The store's tenders contradict each other. Call support.</source>
            <translation>门店的收款方式设置互相矛盾。请联系支持。</translation>
        </message>
        <message>
            <source>The last digits are not valid. Type 4 digits, or none.</source>
            <translation>尾号无效。请输入 4 位数字，或不输入。</translation>
        </message>
        <message>
            <source>This store does not take this. Choose another tender.</source>
            <translation>本店不收此种付款。请选择其他收款方式。</translation>
        </message>
        <message>
            <source>At most {1} of one sale can be paid in this way. Take the rest otherwise.</source>
            <translation>每单最多 {1} 可用此方式支付。其余请用其他方式收款。</translation>
        </message>
        <message>
            <source>There are no coins below {0} here. Type it again.</source>
            <translation>本店没有小于 {0} 的硬币。请重新输入。</translation>
        </message>
        <message>
            <source>A voucher needs its number: 4 to 40 letters and digits. Scan it, or type it.</source>
            <translation>代金券需要编号：4 至 40 位字母和数字。请扫描或输入。</translation>
        </message>
        <message>
            <source>Voucher {0} is in this sale already. Take another one.</source>
            <translation>代金券 {0} 已在本单中。请换一张。</translation>
        </message>
        <message>
            <source>This is more than there is to pay. Only cash gives change.</source>
            <translation>金额大于应收；只有现金可以找零。</translation>
        </message>
        <message>
            <source>This line is no longer in the basket.</source>
            <translation>此行已不在购物篮中。</translation>
        </message>
        <message>
            <source>This quantity is not possible.</source>
            <translation>数量不可能这么大。</translation>
        </message>
        <message>
            <source>The basket is full. Finish this sale first.</source>
            <translation>购物篮已满，请先结账。</translation>
        </message>
        <message>
            <source>The price label fixes this quantity. Remove the line instead.</source>
            <translation>数量由价签决定，如需更改请删除此行。</translation>
        </message>
        <message>
            <source>The item needs a name or a department.</source>
            <translation>请填写商品名称或部门。</translation>
        </message>
        <message>
            <source>The item needs a price above 0.</source>
            <translation>请填写大于 0 的价格。</translation>
        </message>
        <message>
            <source>The phone number is not complete.</source>
            <translation>手机号不完整。</translation>
        </message>
        <message>
            <source>No member has this number.</source>
            <translation>没有使用此号码的会员。</translation>
        </message>
        <message>
            <source>This member code is not genuine.</source>
            <translation>会员码无效（验签失败）。</translation>
        </message>
        <message>
            <source>This member code has expired. Ask for a fresh one.</source>
            <translation>会员码已过期，请顾客刷新。</translation>
        </message>
        <message>
            <source>This member code is not valid yet. Check the clock of the phone.</source>
            <translation>会员码尚未生效，请检查手机时间。</translation>
        </message>
        <message>
            <source>This member code was used here already. Ask for a fresh one.</source>
            <translation>会员码已使用过，请顾客刷新。</translation>
        </message>
        <message>
            <source>This member code was issued with a key that is not known here yet.</source>
            <translation>会员码的签发密钥尚未同步到本机。</translation>
        </message>
        <message>
            <source>Codes cannot be checked yet: the keys have not arrived.</source>
            <translation>密钥尚未下载，暂时无法验码。</translation>
        </message>
        <message>
            <source>This member code belongs to another shop.</source>
            <translation>这是其他商家的会员码。</translation>
        </message>
        <message>
            <source>This member card was blocked.</source>
            <translation>会员卡已停用。</translation>
        </message>
        <message>
            <source>This coupon is in the basket already.</source>
            <translation>本单已使用此优惠券。</translation>
        </message>
        <message>
            <source>This coupon is not genuine.</source>
            <translation>优惠券无效（验签失败）。</translation>
        </message>
        <message>
            <source>This coupon has expired.</source>
            <translation>优惠券已过期。</translation>
        </message>
        <message>
            <source>This coupon is not valid yet.</source>
            <translation>优惠券尚未生效。</translation>
        </message>
        <message>
            <source>This coupon was used already.</source>
            <translation>优惠券已使用。</translation>
        </message>
        <message>
            <source>This coupon was issued with a key that is not known here yet.</source>
            <translation>优惠券的签发密钥尚未同步到本机。</translation>
        </message>
        <message>
            <source>Coupons cannot be checked yet: the keys have not arrived.</source>
            <translation>密钥尚未下载，暂时无法验券。</translation>
        </message>
        <message>
            <source>This coupon belongs to another shop.</source>
            <translation>这是其他商家的优惠券。</translation>
        </message>
        <message>
            <source>This pickup code is not genuine.</source>
            <translation>取货码无效（验签失败）。</translation>
        </message>
        <message>
            <source>This pickup code has expired.</source>
            <translation>取货码已过期。</translation>
        </message>
        <message>
            <source>This pickup code was issued with a key that is not known here yet.</source>
            <translation>取货码的签发密钥尚未同步到本机。</translation>
        </message>
        <message>
            <source>Pickup codes cannot be checked yet: the keys have not arrived.</source>
            <translation>密钥尚未下载，暂时无法验取货码。</translation>
        </message>
        <message>
            <source>This pickup code belongs to another shop.</source>
            <translation>这是其他商家的取货码。</translation>
        </message>
        <message>
            <source>This order waits in another store ({0}).</source>
            <translation>此订单在其他门店（{0}）取货。</translation>
        </message>
        <message>
            <source>No order matches. Ask for the code or the phone number.</source>
            <translation>没有匹配的订单，请核对取货码或手机号。</translation>
        </message>
        <message>
            <source>This order is not known here yet.</source>
            <translation>本机还没有此订单。</translation>
        </message>
        <message>
            <source>This step is not possible now. Look at the order again.</source>
            <translation>订单当前状态不能执行此操作，请刷新查看。</translation>
        </message>
        <message>
            <source>Say on which shelf the bags stand.</source>
            <translation>请填写货架号。</translation>
        </message>
        <message>
            <source>This order is not ready yet.</source>
            <translation>订单尚未备好。</translation>
        </message>
        <message>
            <source>This order was cancelled.</source>
            <translation>订单已取消。</translation>
        </message>
        <message>
            <source>This order has ended. Do not hand it over.</source>
            <translation>此订单已结束，请勿交付。</translation>
        </message>
        <message>
            <source>Say how many bags there are: 1 to 99.</source>
            <translation>请输入袋数：1 至 99。</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>请说明原因。</translation>
        </message>
        <message>
            <source>This order was handed over already, by {1}. Do not hand it over again.</source>
            <translation>订单已由 {1} 交付，请勿重复交付。</translation>
        </message>
        <message>
            <source>Check that the customer is at least {0} years old.</source>
            <translation>请核验顾客已满 {0} 岁。</translation>
        </message>
        <message>
            <source>This is not in the order.</source>
            <translation>订单中没有此商品。</translation>
        </message>
        <message>
            <source>No product has this code.</source>
            <translation>没有此条码的商品。</translation>
        </message>
        <message>
            <source>This substitute is in the order already.</source>
            <translation>此替代商品已在订单中。</translation>
        </message>
        <message>
            <source>Somebody else picks this. Take it over first.</source>
            <translation>此商品正由他人拣货，请先接手。</translation>
        </message>
        <message>
            <source>You pick all of it already.</source>
            <translation>此订单已全部由您拣货。</translation>
        </message>
        <message>
            <source>That is more than is open in this order.</source>
            <translation>超过此订单未完成的数量。</translation>
        </message>
        <message>
            <source>Choose at least one piece.</source>
            <translation>请至少选择一件。</translation>
        </message>
        <message>
            <source>Nothing of this order is picked yet.</source>
            <translation>此订单尚未拣到任何商品。</translation>
        </message>
        <message>
            <source>The customer wants no substitute for this.</source>
            <translation>顾客不接受此商品的替代品。</translation>
        </message>
        <message>
            <source>Ask the customer first, then say that they want it.</source>
            <translation>请先询问顾客，再确认其同意。</translation>
        </message>
        <message>
            <source>This costs more than the customer allows.</source>
            <translation>价格超过顾客允许的上限。</translation>
        </message>
        <message>
            <source>{0} are still to be paid. Take the payment first.</source>
            <translation>还需付款 {0}，请先收款。</translation>
        </message>
        <message>
            <source>This order was paid at the till. Hand it over, then take goods back by receipt {0}.</source>
            <translation>此自提单已在收银台付款。请先交付，再凭小票 {0} 退货。</translation>
        </message>
        <message>
            <source>Nothing of this order is to be paid. Hand it over.</source>
            <translation>此自提单无需付款，请交付。</translation>
        </message>
        <message>
            <source>This order lies in the basket already. Take its payment.</source>
            <translation>此自提单已在购物篮中，请收款。</translation>
        </message>
        <message>
            <source>{0} is not in this till's catalog yet. Wait for the next update.</source>
            <translation>本机商品资料中还没有{0}，请等待更新。</translation>
        </message>
        <message>
            <source>A courier has had this order since {0}. Do not hand it over again.</source>
            <translation>骑手已于 {0} 取走此单，请勿重复交付。</translation>
        </message>
        <message>
            <source>A courier ({1}) has had this order since {0}. Do not hand it over again.</source>
            <translation>骑手（{1}）已于 {0} 取走此单，请勿重复交付。</translation>
        </message>
        <message>
            <source>No order here has this code of {0}. It may not have arrived yet, or be for another store.</source>
            <translation>本店没有这个{0}取货码的订单：可能还没传到，或属于其他门店。</translation>
        </message>
        <message>
            <source>This is not the number of this order. Ask the courier again.</source>
            <translation>单号与此单不符，请再问一下骑手。</translation>
        </message>
        <message>
            <source>Ask the courier for a name or the number plate.</source>
            <translation>请询问骑手的姓名或车牌。</translation>
        </message>
        <message>
            <source>What was ordered stands. Change the order, or take it out as a whole.</source>
            <translation>订单内容不能在此修改。请修改订单，或整单移出。</translation>
        </message>
        <message>
            <source>Order {0} has changed. Take it out of the basket and take its payment anew.</source>
            <translation>自提单 {0} 已变更。请移出购物篮后重新收款。</translation>
        </message>
        <message>
            <source>An order is paid as a whole: take all its lines.</source>
            <translation>自提单须整单付款，请选择全部商品。</translation>
        </message>
        <message>
            <source>{0} is rejected. The customer is told and gets all back.</source>
            <translation>{0} 已拒单，已通知顾客并全额退款。</translation>
        </message>
        <message>
            <source>{0} is rejected. The customer is told.</source>
            <translation>{0} 已拒单，并通知顾客。</translation>
        </message>
        <message>
            <source>{0} is accepted.</source>
            <translation>{0} 已接单。</translation>
        </message>
        <message>
            <source>The goods of {0} are back, and refunded.</source>
            <translation>{0} 的商品已退回并退款。</translation>
        </message>
        <message>
            <source>This order is not packed yet: it has no bags.</source>
            <translation>此订单尚未打包，没有袋子。</translation>
        </message>
        <message>
            <source>No order waits to be picked.</source>
            <translation>没有待拣的订单。</translation>
        </message>
        <message>
            <source>The walk is over: everything is packed.</source>
            <translation>本趟结束：全部已打包。</translation>
        </message>
        <message>
            <source>Nobody ordered this, or it is laid aside already.</source>
            <translation>没有订单需要此商品，或已拣齐。</translation>
        </message>
        <message>
            <source>No bin is complete yet.</source>
            <translation>还没有拣齐的筐。</translation>
        </message>
        <message>
            <source>The card is being printed. Its scan begins the walk.</source>
            <translation>正在打印条码卡，扫描即开始。</translation>
        </message>
        <message>
            <source>The labels are being printed.</source>
            <translation>正在打印袋签。</translation>
        </message>
        <message>
            <source>This bag belongs to {0}, not to this order.</source>
            <translation>此袋属于 {0}，不是本单。</translation>
        </message>
        <message>
            <source>Ask the customer first, then say that they collect it there.</source>
            <translation>请先询问顾客，再确认其到该店取货。</translation>
        </message>
        <message>
            <source>Only what is collected can go to another store.</source>
            <translation>只有到店自取的订单能转到其他门店。</translation>
        </message>
        <message>
            <source>All of {0} goes to another store.</source>
            <translation>{0} 已全部转到其他门店。</translation>
        </message>
        <message>
            <source>New orders are promised later now.</source>
            <translation>新订单的约定时间已推后。</translation>
        </message>
        <message>
            <source>New orders are promised as always again.</source>
            <translation>新订单已恢复正常约定时间。</translation>
        </message>
        <message>
            <source>Nothing of {0} is left; it is refunded.</source>
            <translation>{0} 已无可取商品，款项已退。</translation>
        </message>
        <message>
            <source>The goods of {0} are on sale again.</source>
            <translation>{0} 的商品已重新上架。</translation>
        </message>
        <message>
            <source>The goods of {0} are written off.</source>
            <translation>{0} 的商品已报损。</translation>
        </message>
        <message>
            <source>The customer wants no substitute.</source>
            <translation>顾客不要替代品。</translation>
        </message>
        <message>
            <source>The customer takes a substitute for the same price or less.</source>
            <translation>顾客接受同价或更便宜的替代品。</translation>
        </message>
        <message>
            <source>The customer takes a substitute that costs up to 30 % more, and pays no more.</source>
            <translation>顾客接受贵至多 30% 的替代品，不加价。</translation>
        </message>
        <message>
            <source>Ask the customer before you take a substitute.</source>
            <translation>换替代品前请先询问顾客。</translation>
        </message>
        <message>
            <source>The goods are not there</source>
            <translation>商品缺货</translation>
        </message>
        <message>
            <source>Too many orders</source>
            <translation>订单太多</translation>
        </message>
        <message>
            <source>The store closes</source>
            <translation>门店即将打烊</translation>
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
            <translation>已退货</translation>
        </message>
        <message>
            <source>This hand-over is not known here.</source>
            <translation>本机没有此交付记录。</translation>
        </message>
        <message>
            <source>It is too late to undo. Ask a manager.</source>
            <translation>已超过撤销时限，请找店长。</translation>
        </message>
        <message>
            <source>Only the person who handed it over can undo it.</source>
            <translation>只有交付人本人可以撤销。</translation>
        </message>
        <message>
            <source>No receipt with this number is on this till.</source>
            <translation>本机没有此小票号。</translation>
        </message>
        <message>
            <source>This till does not belong to a store yet. Enrol it first.</source>
            <translation>本收银机尚未加入门店，请先注册。</translation>
        </message>
        <message>
            <source>This till belongs to a store already.</source>
            <translation>本收银机已加入门店。</translation>
        </message>
        <message>
            <source>Connected to head office.</source>
            <translation>已连接总部。</translation>
        </message>
        <message>
            <source>Head office cannot be reached. Selling goes on; it will be sent later.</source>
            <translation>无法连接总部，可继续收银，稍后自动上传。</translation>
        </message>
        <message>
            <source>Head office no longer knows this till. Enrol it again.</source>
            <translation>总部已不认识本收银机，请重新注册。</translation>
        </message>
        <message>
            <source>Head office refused an entry. A manager has to look at it.</source>
            <translation>总部拒收了一条记录，请店长处理。</translation>
        </message>
        <message>
            <source>This till's journal differs from what head office has. No sales, so that no number comes twice: enrol this till again.</source>
            <translation>本机流水与总部不一致。暂停销售，以免单号重复：请重新注册这台收银机。</translation>
        </message>
        <message>
            <source>The address of head office is not safe (no https).</source>
            <translation>总部地址不安全（不是 https）。</translation>
        </message>
        <message>
            <source>Head office answered something that cannot be read.</source>
            <translation>总部返回的内容无法识别。</translation>
        </message>
        <message>
            <source>The new catalog arrived damaged. The old one stays in use.</source>
            <translation>新商品目录损坏，继续使用旧目录。</translation>
        </message>
        <message>
            <source>The new catalog is not signed by head office. The old one stays in use.</source>
            <translation>新商品目录签名无效，继续使用旧目录。</translation>
        </message>
        <message>
            <source>The catalog cannot be read. It is loaded again.</source>
            <translation>商品目录无法读取，正在重新下载。</translation>
        </message>
        <message>
            <source>The till's files are in use by another program.</source>
            <translation>数据文件正被其他程序占用。</translation>
        </message>
        <message>
            <source>The disk is full. Free some room; nothing was lost.</source>
            <translation>磁盘已满，请清理空间；数据没有丢失。</translation>
        </message>
        <message>
            <source>The till's file is damaged. Call support before going on.</source>
            <translation>数据文件已损坏，请先联系支持。</translation>
        </message>
        <message>
            <source>The till's file could not be written. Nothing of this was saved.</source>
            <translation>数据写入失败，此操作没有保存。</translation>
        </message>
        <message>
            <source>The key does not fit the till's file.</source>
            <translation>密钥与数据文件不符。</translation>
        </message>
        <message>
            <source>This disk does not keep what is written. Use another one.</source>
            <translation>此磁盘无法可靠保存数据，请更换。</translation>
        </message>
        <message>
            <source>The till's key cannot be read.</source>
            <translation>无法读取本机密钥。</translation>
        </message>
        <message>
            <source>Other users of this computer can read the till's key.</source>
            <translation>本机密钥文件权限过宽。</translation>
        </message>
        <message>
            <source>The printer does not answer. The sale is saved; print again later.</source>
            <translation>打印机没有回应。本单已保存，可稍后补打。</translation>
        </message>
        <message>
            <source>The printer is out of paper. The sale is saved; print again later.</source>
            <translation>打印机缺纸。本单已保存，换纸后补打。</translation>
        </message>
        <message>
            <source>The printer is not there. Check the cable.</source>
            <translation>找不到打印机，请检查连接线。</translation>
        </message>
        <message>
            <source>This text cannot be drawn as a code.</source>
            <translation>这段文字画不成二维码。</translation>
        </message>
        <message>
            <source>The address of the printer is not valid.</source>
            <translation>打印机地址无效。</translation>
        </message>
        <message>
            <source>A Chinese font is missing on this computer.</source>
            <translation>此电脑缺少中文字体。</translation>
        </message>
        <message>
            <source>Selling</source>
            <translation>收银</translation>
        </message>
        <message>
            <source>Offers</source>
            <translation>促销活动</translation>
        </message>
        <message>
            <source>Member codes</source>
            <translation>会员码</translation>
        </message>
        <message>
            <source>Members by phone</source>
            <translation>手机号查会员</translation>
        </message>
        <message>
            <source>Coupons</source>
            <translation>优惠券</translation>
        </message>
        <message>
            <source>Handing over orders</source>
            <translation>订单交付</translation>
        </message>
        <message>
            <source>New orders</source>
            <translation>新订单</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Cards and payment codes</source>
            <translation>刷卡与付款码</translation>
        </message>
        <message>
            <source>Closing shifts</source>
            <translation>交班</translation>
        </message>
        <message>
            <source>Sending to head office</source>
            <translation>上传总部</translation>
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
            <translation>不可用</translation>
        </message>
        <message>
            <source>Products and prices</source>
            <translation>商品与价格</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>Keys for codes</source>
            <translation>验码密钥</translation>
        </message>
        <message>
            <source>Journal on the second disk</source>
            <translation>流水副本（第二磁盘）</translation>
        </message>
        <message>
            <source>Backup on the second disk</source>
            <translation>备份（第二磁盘）</translation>
        </message>
        <message>
            <source>The till's file, checked</source>
            <translation>收银机文件检查</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>会员</translation>
        </message>
        <message>
            <source>Staff list</source>
            <translation>员工名单</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Payment confirmed by hand</source>
            <translation>人工确认收款</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新订单</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>已接单</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>已拒单</translation>
        </message>
        <message>
            <source>Picking</source>
            <translation>拣货中</translation>
        </message>
        <message>
            <source>Something missing</source>
            <translation>缺货</translation>
        </message>
        <message>
            <source>Picked</source>
            <translation>已拣货</translation>
        </message>
        <message>
            <source>Packed</source>
            <translation>已打包</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>待取</translation>
        </message>
        <message>
            <source>Partly handed over</source>
            <translation>部分取货</translation>
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
            <translation>收银员</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>店员</translation>
        </message>
        <message>
            <source>Picker</source>
            <translation>拣货员</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>店长</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>店主</translation>
        </message>
        <message>
            <source>{0} is not in the catalog.</source>
            <translation>商品目录中没有 {0}。</translation>
        </message>
        <message>
            <source>Receipt {0}.</source>
            <translation>小票 {0}。</translation>
        </message>
        <message>
            <source>A payment code. Scan the goods first.</source>
            <translation>这是付款码，请先扫商品。</translation>
        </message>
        <message>
            <source>This code has no use on this screen.</source>
            <translation>这个码在这里用不上。</translation>
        </message>
        <message>
            <source>Not added: finish this entry first, or close it with Esc. Then scan again.</source>
            <translation>没有加入：请先完成这里的输入，或按 Esc 关闭，然后重新扫码。</translation>
        </message>
        <message>
            <source>The code came in only partly. Scan it again.</source>
            <translation>条码没有读完整，请重新扫码。</translation>
        </message>
        <message>
            <source>It may not be sold after {0}. Not added: take it off the shelf.</source>
            <translation>该商品 {0} 后不得销售。未加入购物篮：请下架。</translation>
        </message>
        <message>
            <source>A price has changed just now: the total was {0} and is {1}. Tell the customer.</source>
            <translation>价格刚刚变了：合计原为 {0}，现为 {1}。请告知顾客。</translation>
        </message>
        <message>
            <source>The scan was empty. Scan again.</source>
            <translation>没有读到内容，请重新扫码。</translation>
        </message>
        <message>
            <source>This is too long for a code. Scan again.</source>
            <translation>内容太长，不是可用的码，请重新扫码。</translation>
        </message>
        <message>
            <source>The scan has characters that no code has. Scan again.</source>
            <translation>读到了无效字符，请重新扫码。</translation>
        </message>
        <message>
            <source>The scan came through an input method. Switch it to English and scan again.</source>
            <translation>扫码经过了输入法。请切换到英文后重新扫码。</translation>
        </message>
        <message>
            <source>The price label was misread: its check digit is wrong. Scan again.</source>
            <translation>价签没有读准：校验位不对。请重新扫码。</translation>
        </message>
        <message>
            <source>This link is not a code of this shop.</source>
            <translation>这个链接不是本店的码。</translation>
        </message>
        <message>
            <source>The code was misread: its check digit is wrong. Scan again.</source>
            <translation>条码没有读准：校验位不对。请重新扫码。</translation>
        </message>
        <message>
            <source>This code is damaged. Type the number below the bars.</source>
            <translation>条码已损坏，请输入条码下面的数字。</translation>
        </message>
        <message>
            <source>This code names no product. Scan the barcode of the product.</source>
            <translation>这个码不对应商品，请扫商品条码。</translation>
        </message>
        <message>
            <source>The price on this label cannot be read. Type it as an open item.</source>
            <translation>价签上的价格读不出来，请做无码销售。</translation>
        </message>
        <message>
            <source>The code was misread. Scan it again.</source>
            <translation>条码没有读准，请重新扫码。</translation>
        </message>
        <message>
            <source>This code belongs to another shop.</source>
            <translation>这个码属于别的商家。</translation>
        </message>
        <message>
            <source>The coupon code was mistyped. Compare it again.</source>
            <translation>券码输错了，请再核对一遍。</translation>
        </message>
        <message>
            <source>This coupon was blocked by head office.</source>
            <translation>这张优惠券已被总部停用。</translation>
        </message>
        <message>
            <source>This coupon belongs to another member.</source>
            <translation>这张优惠券属于别的会员。</translation>
        </message>
        <message>
            <source>This coupon is not valid.</source>
            <translation>这张优惠券无效。</translation>
        </message>
        <message>
            <source>No coupon has this code.</source>
            <translation>没有这个券码。</translation>
        </message>
        <message>
            <source>This coupon is being used at another till.</source>
            <translation>这张优惠券正在别的收银机使用。</translation>
        </message>
        <message>
            <source>This coupon needs its member. Scan the member code.</source>
            <translation>这张优惠券要会员本人使用，请扫会员码。</translation>
        </message>
        <message>
            <source>A typed coupon code needs the network, which is away. Scan the coupon in the app.</source>
            <translation>断网时不能输入券码，请扫 App 里的优惠券。</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away: its campaign is not known here.</source>
            <translation>此券需联网，现在断网：本机没有这个活动。</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away. Try again later.</source>
            <translation>此券需联网，现在断网，请稍后再试。</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away: it belongs to no member.</source>
            <translation>此券需联网，现在断网：它没有绑定会员。</translation>
        </message>
        <message>
            <source>Without the network this coupon needs its member. Scan the member code first.</source>
            <translation>断网时此券要会员本人使用，请先扫会员码。</translation>
        </message>
        <message>
            <source>This coupon needs the network, which is away: it is from another store.</source>
            <translation>此券需联网，现在断网：它属于别的门店。</translation>
        </message>
        <message>
            <source>This coupon needs the network: the lists here are too old.</source>
            <translation>此券需联网：本机的名单太旧。</translation>
        </message>
        <message>
            <source>This coupon needs the network: its value is above what counts without it.</source>
            <translation>此券需联网：面值超过断网时的上限。</translation>
        </message>
        <message>
            <source>This coupon needs the network: no more count without it for now.</source>
            <translation>此券需联网：断网时的额度已用完。</translation>
        </message>
        <message>
            <source>{0} of {1} are kept for orders. This sale takes one that is promised.</source>
            <translation>{1} 件中有 {0} 件已为订单预留，本单会占用预留的货。</translation>
        </message>
        <message>
            <source>Only {1} should be there. Selling goes on; check the shelf.</source>
            <translation>账面只有 {1} 件。可以继续卖，请核对货架。</translation>
        </message>
        <message>
            <source>A number cannot be looked up now. Scan the member code: that works without the network.</source>
            <translation>现在无法按手机号查找。请扫会员码，断网也能用。</translation>
        </message>
        <message>
            <source>Known by the code; points are added later</source>
            <translation>凭会员码识别，积分稍后入账</translation>
        </message>
        <message>
            <source>Head office is asked about this coupon. Go on selling.</source>
            <translation>正在向总部核对这张优惠券，请继续收银。</translation>
        </message>
        <message>
            <source>Head office has not answered yet. Press Pay again to go on without it.</source>
            <translation>总部还没有应答。再按一次“收款”，就不等它了。</translation>
        </message>
        <message>
            <source>The coupon counts. Head office is being asked.</source>
            <translation>优惠券已生效，正在向总部核对。</translation>
        </message>
        <message>
            <source>The coupon counts.</source>
            <translation>优惠券已生效。</translation>
        </message>
        <message>
            <source>The coupon counts. It is settled when the network is back.</source>
            <translation>优惠券已生效，联网后核销。</translation>
        </message>
        <message>
            <source>A copy of receipt {0} is printing.</source>
            <translation>正在补打小票 {0}。</translation>
        </message>
        <message>
            <source>There is no receipt on this till yet.</source>
            <translation>这台收银机还没有小票。</translation>
        </message>
        <message>
            <source>The basket was given up. Ready for the next customer.</source>
            <translation>购物篮已放弃，请接待下一位顾客。</translation>
        </message>
        <message>
            <source>Somebody else has to allow this.</source>
            <translation>必须由另一个人授权。</translation>
        </message>
        <message>
            <source>{0} does not have the right for this either.</source>
            <translation>{0} 也没有这个权限。</translation>
        </message>
        <message>
            <source>The staff list is too old for this. A manager has to allow it.</source>
            <translation>员工名单太旧，必须由店长授权。</translation>
        </message>
        <message>
            <source>This price is fixed by law or a deposit: nothing comes off.</source>
            <translation>该价格为法定价或押金，不能优惠。</translation>
        </message>
        <message>
            <source>This figure is not possible here.</source>
            <translation>这里不能输入这个数值。</translation>
        </message>
        <message>
            <source>This is above the list price. Nobody pays more than the label says.</source>
            <translation>高于标价。不得高于标价收款。</translation>
        </message>
        <message>
            <source>This would take nothing off.</source>
            <translation>这样不会减少任何金额。</translation>
        </message>
        <message>
            <source>Say why: choose a reason.</source>
            <translation>请选择一个原因。</translation>
        </message>
        <message>
            <source>More is given away than was allowed, or nobody allowed it yet.</source>
            <translation>金额超出已授权的范围，或尚未授权。</translation>
        </message>
        <message>
            <source>{1}: {0} off ({2})</source>
            <translation>{1}：优惠 {0}（{2}）</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}：{1}</translation>
        </message>
        <message>
            <source>{1}: price {0} ({2})</source>
            <translation>{1}：改价为 {0}（{2}）</translation>
        </message>
        <message>
            <source>Drop small change: {0}</source>
            <translation>抹零 {0}</translation>
        </message>
        <message>
            <source>Whole sale</source>
            <translation>整单</translation>
        </message>
        <message>
            <source>{0} was taken off. {1}</source>
            <translation>已取消 {0}。{1}</translation>
        </message>
        <message>
            <source>Head office cannot be reached, so it could not be reserved again. Scan it once more.</source>
            <translation>无法连接总部，未能重新锁定。请再扫一次券码。</translation>
        </message>
        <message>
            <source>This sale is being parked. One moment.</source>
            <translation>正在挂单，请稍候。</translation>
        </message>
        <message>
            <source>Parked sales that expired and were given up: {0}, {1} together. They stand in the journal.</source>
            <translation>{0} 个挂单已过期作废，合计 {1}，已记入日志。</translation>
        </message>
        <message>
            <source>Parked: {0}. Ready for the next customer.</source>
            <translation>已挂单：{0}。可以接待下一位。</translation>
        </message>
        <message>
            <source>Second sale parked: {0}. Take payment for this one first.</source>
            <translation>第二单已挂起：{0}。请先收本单的款。</translation>
        </message>
        <message>
            <source>Recalled: {0}.</source>
            <translation>已取单：{0}。</translation>
        </message>
        <message>
            <source>Somebody else parked it.</source>
            <translation>这是别人挂的单。</translation>
        </message>
        <message>
            <source>{0}, parked by {1}</source>
            <translation>{0}（{1} 挂单）</translation>
        </message>
        <message>
            <source>{0} sales are parked already. Recall or give up one first.</source>
            <translation>已有 {0} 个挂单，请先取单或作废一单。</translation>
        </message>
        <message>
            <source>Goods that came back cannot wait. Settle them first, or take them out.</source>
            <translation>退货不能挂单，请先办完退货或取消退货。</translation>
        </message>
        <message>
            <source>This sale is no longer parked here.</source>
            <translation>这一单已不在这里。</translation>
        </message>
        <message>
            <source>Choose what goes into the second sale.</source>
            <translation>请选择放到第二单的商品。</translation>
        </message>
        <message>
            <source>Leave something in the first sale.</source>
            <translation>第一单至少要留一件。</translation>
        </message>
        <message>
            <source>A gift receipt of {0} is printing, without prices.</source>
            <translation>正在打印 {0} 的礼品小票（不含价格）。</translation>
        </message>
        <message>
            <source>Nothing was sold on this receipt.</source>
            <translation>这张小票上没有售出商品。</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>损坏</translation>
        </message>
        <message>
            <source>Close to expiry</source>
            <translation>临期</translation>
        </message>
        <message>
            <source>Wrong label</source>
            <translation>标签有误</translation>
        </message>
        <message>
            <source>Price match</source>
            <translation>比价</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Regular customer</source>
            <translation>老顾客</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>员工</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Small change</source>
            <translation>零头</translation>
        </message>
        <message>
            <source>paid by the store</source>
            <translation>门店承担</translation>
        </message>
        <message>
            <source>paid by head office</source>
            <translation>总部承担</translation>
        </message>
        <message>
            <source>paid by the brand</source>
            <translation>品牌承担</translation>
        </message>
        <message>
            <source>paid by the platform</source>
            <translation>平台承担</translation>
        </message>
        <message>
            <source>Basic</source>
            <translation>普通会员</translation>
        </message>
        <message>
            <source>Silver</source>
            <translation>银卡</translation>
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
            <translation>不在活动时间</translation>
        </message>
        <message>
            <source>not in this store</source>
            <translation>本店不可用</translation>
        </message>
        <message>
            <source>not in this region</source>
            <translation>不在本区域</translation>
        </message>
        <message>
            <source>not at the till</source>
            <translation>门店收银不可用</translation>
        </message>
        <message>
            <source>not for this member level</source>
            <translation>会员等级不符</translation>
        </message>
        <message>
            <source>for another currency</source>
            <translation>币种不符</translation>
        </message>
        <message>
            <source>members only</source>
            <translation>仅限会员</translation>
        </message>
        <message>
            <source>the goods do not reach its minimum yet</source>
            <translation>还没达到使用门槛</translation>
        </message>
        <message>
            <source>too few pieces yet</source>
            <translation>件数还不够</translation>
        </message>
        <message>
            <source>for the first purchase only</source>
            <translation>仅限首次购买</translation>
        </message>
        <message>
            <source>used as often as it may be</source>
            <translation>已达使用次数上限</translation>
        </message>
        <message>
            <source>its gift is not in the basket: scan it too</source>
            <translation>赠品不在购物篮中：请一并扫描</translation>
        </message>
        <message>
            <source>another offer is better</source>
            <translation>已有更优惠的活动</translation>
        </message>
        <message>
            <source>another offer comes first</source>
            <translation>已有优先的活动</translation>
        </message>
        <message>
            <source>another offer allows no second one</source>
            <translation>已有活动不可同享</translation>
        </message>
        <message>
            <source>the pieces count for another offer</source>
            <translation>商品已参加其他活动</translation>
        </message>
        <message>
            <source>nothing is left to take it off</source>
            <translation>没有可抵扣的金额</translation>
        </message>
        <message>
            <source>presented already</source>
            <translation>已经用过</translation>
        </message>
        <message>
            <source>its campaign is not known here</source>
            <translation>本机没有这个活动</translation>
        </message>
        <message>
            <source>not a coupon</source>
            <translation>不是优惠券</translation>
        </message>
        <message>
            <source>no goods for it in the basket</source>
            <translation>没有适用的商品</translation>
        </message>
        <message>
            <source>has no value</source>
            <translation>没有面值</translation>
        </message>
        <message>
            <source>not together with another coupon</source>
            <translation>不能和其他券同用</translation>
        </message>
        <message>
            <source>no more of these in one basket</source>
            <translation>每单可用张数已满</translation>
        </message>
        <message>
            <source>another combination is better</source>
            <translation>其他组合更优惠</translation>
        </message>
        <message>
            <source>The Z prints once more, marked as a copy.</source>
            <translation>Z 报表再打印一份，标明副本。</translation>
        </message>
        <message>
            <source>The report is on its way to the printer.</source>
            <translation>报表已送往打印机。</translation>
        </message>
        <message>
            <source>The report is saved as {0}</source>
            <translation>报表已保存：{0}</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>总部</translation>
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
            <translation>无法连接总部。</translation>
        </message>
        <message>
            <source>Online: everything works.</source>
            <translation>在线：一切正常。</translation>
        </message>
        <message>
            <source>Online: some things do not work fully, or wait long.</source>
            <translation>在线：部分功能受限，或等待较久。</translation>
        </message>
        <message>
            <source>Offline: selling goes on, and everything is sent later.</source>
            <translation>离线：照常销售，联网后自动上传。</translation>
        </message>
        <message>
            <source>The keys for codes have not arrived yet.</source>
            <translation>验码密钥尚未到达。</translation>
        </message>
        <message>
            <source>The keys are old; a new code may not be known here.</source>
            <translation>密钥较旧，新码可能无法识别。</translation>
        </message>
        <message>
            <source>Only members known at this till are found.</source>
            <translation>只能查到本机已知的会员。</translation>
        </message>
        <message>
            <source>Only offline coupons of this store are taken.</source>
            <translation>只接受本店可离线核销的优惠券。</translation>
        </message>
        <message>
            <source>The lists are too old to take coupons offline.</source>
            <translation>名单过旧，无法离线核销优惠券。</translation>
        </message>
        <message>
            <source>No products yet; open items can be sold.</source>
            <translation>还没有商品，可先无码销售。</translation>
        </message>
        <message>
            <source>Not all products have arrived yet.</source>
            <translation>商品尚未全部到达。</translation>
        </message>
        <message>
            <source>Kept safely here, and sent when head office answers.</source>
            <translation>已安全保存在本机，联网后自动上传。</translation>
        </message>
        <message>
            <source>A print waits for the printer.</source>
            <translation>有打印任务在等待打印机。</translation>
        </message>
        <message>
            <source>Wrong change given</source>
            <translation>找零有误</translation>
        </message>
        <message>
            <source>Booked under another tender</source>
            <translation>记到别的收款方式</translation>
        </message>
        <message>
            <source>A slip is missing</source>
            <translation>单据缺失</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>原因不明</translation>
        </message>
        <message>
            <source>Close the shift with a difference of {0}</source>
            <translation>带差异 {0} 交班</translation>
        </message>
        <message>
            <source>Pay {0} into the drawer</source>
            <translation>向钱箱存入 {0}</translation>
        </message>
        <message>
            <source>Pay {0} out of the drawer</source>
            <translation>从钱箱支出 {0}</translation>
        </message>
        <message>
            <source>Take {0} to the safe</source>
            <translation>把 {0} 投库</translation>
        </message>
        <message>
            <source>Add {0} to the float</source>
            <translation>追加备用金 {0}</translation>
        </message>
        <message>
            <source>Open the drawer without a sale</source>
            <translation>非销售开钱箱</translation>
        </message>
        <message>
            <source>Somebody else takes over</source>
            <translation>换人接班</translation>
        </message>
        <message>
            <source>Work at another till</source>
            <translation>去别的收银机</translation>
        </message>
        <message>
            <source>{0} paid in. The slip prints.</source>
            <translation>已存入 {0}，凭条正在打印。</translation>
        </message>
        <message>
            <source>{0} paid out. The slip prints.</source>
            <translation>已支出 {0}，凭条正在打印。</translation>
        </message>
        <message>
            <source>{0} went to the safe. The slip prints.</source>
            <translation>{0} 已投库，凭条正在打印。</translation>
        </message>
        <message>
            <source>{0} added to the float. The slip prints.</source>
            <translation>已追加备用金 {0}，凭条正在打印。</translation>
        </message>
        <message>
            <source>The drawer was opened. It is noted.</source>
            <translation>钱箱已打开，已记录。</translation>
        </message>
        <message>
            <source>X {0} prints.</source>
            <translation>X 报表 {0} 正在打印。</translation>
        </message>
        <message>
            <source>A debt is settled</source>
            <translation>结清欠款</translation>
        </message>
        <message>
            <source>Money was found</source>
            <translation>拾到现金</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Something was bought</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>A service was paid</source>
            <translation>支付服务费</translation>
        </message>
        <message>
            <source>Postage or courier</source>
            <translation>邮费或快递</translation>
        </message>
        <message>
            <source>Wages</source>
            <translation>工资</translation>
        </message>
        <message>
            <source>Too much cash in the drawer</source>
            <translation>钱箱现金过多</translation>
        </message>
        <message>
            <source>Change of shift</source>
            <translation>交接班</translation>
        </message>
        <message>
            <source>Change was needed</source>
            <translation>零钱不足</translation>
        </message>
        <message>
            <source>Change for a customer</source>
            <translation>给顾客换零</translation>
        </message>
        <message>
            <source>Look into the drawer</source>
            <translation>查看钱箱</translation>
        </message>
        <message>
            <source>The key is lost</source>
            <translation>钥匙丢失</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>休息</translation>
        </message>
        <message>
            <source>Head office has blocked this till. Call head office.</source>
            <translation>总部已停用本机，请联系总部。</translation>
        </message>
        <message>
            <source>Head office does not accept this till's key. Enrol it again.</source>
            <translation>总部不认可本机的密钥，请重新注册。</translation>
        </message>
        <message>
            <source>Head office does not know this till. Enrol it again.</source>
            <translation>总部不认识本机，请重新注册。</translation>
        </message>
        <message>
            <source>The clock of this computer is wrong. Set it right.</source>
            <translation>本机时间不准，请校准。</translation>
        </message>
        <message>
            <source>A request arrived twice and was refused. It is sent again.</source>
            <translation>有请求重复到达，已拒绝，正在重发。</translation>
        </message>
        <message>
            <source>The clock of this computer is {0} s off. Set it right.</source>
            <translation>本机时间相差 {0} 秒，请校准。</translation>
        </message>
        <message>
            <source>This one-time code is wrong, used or older than ten minutes. Ask for a new one.</source>
            <translation>入网码错误、已使用或超过十分钟，请重新获取。</translation>
        </message>
        <message>
            <source>The till's new key was refused. Try again.</source>
            <translation>本机的新密钥被拒绝，请重试。</translation>
        </message>
        <message>
            <source>This store has no place for another till.</source>
            <translation>本店收银机数量已满。</translation>
        </message>
        <message>
            <source>No font on this computer can be put into a PDF.</source>
            <translation>本机没有可嵌入 PDF 的字体。</translation>
        </message>
        <message>
            <source>The till's key is not here. Name its file with --key-file, or call support.</source>
            <translation>找不到本机密钥。请用 --key-file 指定文件，或联系支持。</translation>
        </message>
        <message>
            <source>This till is open already. Look for its window.</source>
            <translation>收银程序已打开，请找到它的窗口。</translation>
        </message>
        <message>
            <source>These files are of a newer release. Install it.</source>
            <translation>数据来自更新的版本，请先升级。</translation>
        </message>
        <message>
            <source>Head office has set this till's entries aside. Call support; selling goes on.</source>
            <translation>总部已隔离本机的记录。请联系支持，收款不受影响。</translation>
        </message>
        <message>
            <source>Two tills write under this name. No sales here, so that no number comes twice: enrol this till again.</source>
            <translation>有两台收银机在用同一个名称。本机暂停销售，以免单号重复：请重新注册这台收银机。</translation>
        </message>
        <message>
            <source>The printer stopped in the middle. Look at the paper; Ctrl+P prints a copy.</source>
            <translation>打印中断。请看一下小票，按 Ctrl+P 补打。</translation>
        </message>
        <message>
            <source>The printer's cover is open. Close it.</source>
            <translation>打印机盖未合上，请合上。</translation>
        </message>
        <message>
            <source>The printer does not say whether it printed. Look.</source>
            <translation>打印机没有回应，请看一下是否已出纸。</translation>
        </message>
        <message>
            <source>The till stopped while printing. Look at the paper; Ctrl+P prints a copy.</source>
            <translation>打印时程序中断。请看一下小票，按 Ctrl+P 补打。</translation>
        </message>
        <message>
            <source>This paper cannot be printed. Ctrl+P makes a copy.</source>
            <translation>此单无法打印，按 Ctrl+P 补打。</translation>
        </message>
        <message>
            <source>Head office is of another release. Update the till.</source>
            <translation>总部版本不同，请升级本机。</translation>
        </message>
        <message>
            <source>Too much was sent at once. Call support.</source>
            <translation>一次发送的数据过大，请联系支持。</translation>
        </message>
        <message>
            <source>A price has changed. Look at the new total, then pay.</source>
            <translation>价格有变，请核对新的应收金额再收款。</translation>
        </message>
        <message>
            <source>This count is not possible. Count again.</source>
            <translation>点数不合理，请重新清点。</translation>
        </message>
        <message>
            <source>The answer is not signed by head office. Nothing is sent until it is.</source>
            <translation>回应不是总部签名，暂停上传。</translation>
        </message>
        <message>
            <source>Head office is busy. It is tried again by itself.</source>
            <translation>总部繁忙，会自动重试。</translation>
        </message>
        <message>
            <source>The till acts as if it were offline.</source>
            <translation>演练：本机按离线处理。</translation>
        </message>
        <message>
            <source>Everything is paid already.</source>
            <translation>已全部付清。</translation>
        </message>
        <message>
            <source>New pickup order {0}</source>
            <translation>新自提单 {0}</translation>
        </message>
        <message>
            <source>Not everything is picked yet: {0} to go.</source>
            <translation>还有 {0} 项没有拣。</translation>
        </message>
        <message>
            <source>{0} is ready on shelf {1}.</source>
            <translation>{0} 已备好，在货架 {1}。</translation>
        </message>
        <message>
            <source>{0} is back. The customer's code is good again.</source>
            <translation>{0} 已撤回，顾客的自提码重新有效。</translation>
        </message>
        <message>
            <source>Head office refused this till's entries. They are kept here; selling goes on. Call support.</source>
            <translation>总部拒收本机的流水。流水都保留在本机，可继续销售。请联系支持。</translation>
        </message>
        <message>
            <source>An entry is not as it was written. Everything is kept here; selling goes on. Call support.</source>
            <translation>有一条流水与写入时不同。全部保留在本机，可继续销售。请联系支持。</translation>
        </message>
        <message>
            <source>Head office is not set up yet. Selling goes on; it is tried again by itself.</source>
            <translation>总部系统尚未就绪。可继续销售，稍后自动重试。</translation>
        </message>
        <message>
            <source>Head office did not understand this till. Nothing was lost. Update the till, or call support.</source>
            <translation>总部没有看懂本机的请求，没有丢失任何内容。请更新收银机，或联系支持。</translation>
        </message>
        <message>
            <source>Head office did not see who was asking. It is tried again; if this stays, call support.</source>
            <translation>总部没有认出是谁在请求。会自动重试；若一直如此，请联系支持。</translation>
        </message>
        <message>
            <source>This catalog is no longer at head office. The newest one is fetched by itself.</source>
            <translation>总部已没有这一版商品目录，将自动获取最新版。</translation>
        </message>
        <message>
            <source>The new catalog has a wrong name. The old one stays in use; call support.</source>
            <translation>新商品目录的名称有误，继续使用旧目录。请联系支持。</translation>
        </message>
        <message>
            <source>The new catalog is not complete. The old one stays in use; it is fetched again by itself.</source>
            <translation>新商品目录不完整，继续使用旧目录，将自动重新获取。</translation>
        </message>
        <message>
            <source>Head office starts its catalog anew. The old one stays in use until the new one is here.</source>
            <translation>总部正在重建商品目录。新目录到达前继续使用旧目录。</translation>
        </message>
        <message>
            <source>One message of head office cannot be read and was set aside. Update the till.</source>
            <translation>总部发来的一条消息无法读取，已搁置。请更新收银机。</translation>
        </message>
        <message>
            <source>The connection broke off. Nothing was lost; it is tried again by itself.</source>
            <translation>连接中断，没有丢失任何内容，将自动重试。</translation>
        </message>
        <message>
            <source>No report can be made of these days. Choose other ones, 800 days at most.</source>
            <translation>这些日期无法生成报表。请另选日期，最多 800 天。</translation>
        </message>
        <message>
            <source>This list does not go on here. Open it again.</source>
            <translation>此列表无法从这里继续。请重新打开。</translation>
        </message>
        <message>
            <source>Head office does not have this entry. Open the list again.</source>
            <translation>总部没有这条记录。请重新打开列表。</translation>
        </message>
        <message>
            <source>Head office cannot be reached, and it has told this till nothing of these stores and days in the last two weeks. Connect the till and ask again, or choose what was looked at before.</source>
            <translation>无法连接总部，最近两周本机也没有查看过这些门店和日期。请连接网络后再次询问，或选择以前查看过的内容。</translation>
        </message>
        <message>
            <source>Head office says that you may not see this report.</source>
            <translation>总部表示您无权查看此报表。</translation>
        </message>
        <message>
            <source>Head office still works on this. Wait a moment.</source>
            <translation>总部正在处理，请稍候。</translation>
        </message>
        <message>
            <source>Something failed at head office. Selling goes on; it is tried again by itself.</source>
            <translation>总部系统出错。可继续销售，将自动重试。</translation>
        </message>
        <message>
            <source>Head office does not know this store. Call head office.</source>
            <translation>总部没有这家门店的记录，请联系总部。</translation>
        </message>
        <message>
            <source>Head office does not know this till. Ask for a one-time code and enrol it again.</source>
            <translation>总部不认识本机。请索取一次性代码并重新注册。</translation>
        </message>
        <message>
            <source>This paper is no longer kept on this till. Its figures are in the report.</source>
            <translation>这张单据已不在本机，其数字可在报表中查看。</translation>
        </message>
        <message>
            <source>What is written in the journal stays as it is. Nothing was changed; call support.</source>
            <translation>已写入流水的内容不能更改。没有改动任何内容，请联系支持。</translation>
        </message>
        <message>
            <source>The deposit goes with its goods: change those.</source>
            <translation>押金跟着商品走：请改商品那一行。</translation>
        </message>
        <message>
            <source>There is nothing to choose on this line.</source>
            <translation>这一行没有可选规格。</translation>
        </message>
        <message>
            <source>{0}: choose at least {1}.</source>
            <translation>{0}：至少选 {1} 项。</translation>
        </message>
        <message>
            <source>{0}: choose at most {1}.</source>
            <translation>{0}：最多选 {1} 项。</translation>
        </message>
        <message>
            <source>This coupon was not used by that receipt.</source>
            <translation>这张优惠券不是那张小票使用的。</translation>
        </message>
        <message>
            <source>Choose what comes back first.</source>
            <translation>请先选择要退的商品。</translation>
        </message>
        <message>
            <source>This line is not on the receipt.</source>
            <translation>小票上没有这一行。</translation>
        </message>
        <message>
            <source>Pieces come back whole. Choose at least one.</source>
            <translation>按件退货，至少一件。</translation>
        </message>
        <message>
            <source>More than is left of this line. The rest came back before.</source>
            <translation>超过这一行剩余的数量，其余的之前已退。</translation>
        </message>
        <message>
            <source>Type the number of the receipt, or its last digits, or scan it.</source>
            <translation>请输入小票号或末几位，或扫描小票。</translation>
        </message>
        <message>
            <source>No receipt has the number {0}. Compare it with the paper.</source>
            <translation>没有小票号为 {0} 的小票，请与纸质小票核对。</translation>
        </message>
        <message>
            <source>Receipt {0} is from another till and needs the network, which is away. Try again later, or take the goods back without a receipt.</source>
            <translation>小票 {0} 来自另一台收银机，需要联网查询，现在网络不通。请稍后再试，或按无小票退货处理。</translation>
        </message>
        <message>
            <source>This receipt is in {0}. Take it to its own store.</source>
            <translation>这张小票的币种是 {0}，请到原门店办理。</translation>
        </message>
        <message>
            <source>This receipt is {0} days old. A manager has to allow it.</source>
            <translation>这张小票已有 {0} 天，需要店长授权。</translation>
        </message>
        <message>
            <source>Goods of receipt {0} came back meanwhile. Take it out and look it up again.</source>
            <translation>小票 {0} 的商品在此期间又有退货，请移除后重新查找。</translation>
        </message>
        <message>
            <source>This price is not valid. Type it again.</source>
            <translation>价格无效，请重新输入。</translation>
        </message>
        <message>
            <source>Without a receipt it gives at most what it costs today: {0}.</source>
            <translation>无小票时最多按今天的价格退：{0}。</translation>
        </message>
        <message>
            <source>More than was paid in this way. Give the rest back otherwise.</source>
            <translation>超过了当初用这种方式支付的金额，其余请用其他方式退。</translation>
        </message>
        <message>
            <source>This is {0} more than there is to give back.</source>
            <translation>比应退金额多 {0}。</translation>
        </message>
        <message>
            <source>Touch the tender in which {0} goes back, or clear the amount.</source>
            <translation>请点选用哪种方式退 {0}，或清除金额。</translation>
        </message>
        <message>
            <source>Everything of this receipt came back already.</source>
            <translation>这张小票的商品已全部退回。</translation>
        </message>
        <message>
            <source>{0} does not come back after all. Undo brings it back.</source>
            <translation>{0} 已不退。可撤销恢复。</translation>
        </message>
        <message>
            <source>The offer ends with the goods that come back. Change those instead.</source>
            <translation>这项扣回随退货商品而来，请改退货商品。</translation>
        </message>
        <message>
            <source>Take goods of receipt {0} back: {1}</source>
            <translation>小票 {0} 退货：{1}</translation>
        </message>
        <message>
            <source>Take goods back without a receipt: {0}</source>
            <translation>无小票退货：{0}</translation>
        </message>
        <message>
            <source>Give {0} back in cash instead of as it was paid</source>
            <translation>不按原路，改退现金 {0}</translation>
        </message>
        <message>
            <source>Defective</source>
            <translation>质量问题</translation>
        </message>
        <message>
            <source>Wrong item</source>
            <translation>拿错商品</translation>
        </message>
        <message>
            <source>Changed mind</source>
            <translation>不想要了</translation>
        </message>
        <message>
            <source>Some campaigns are wrong and set aside. Selling goes on without them.</source>
            <translation>有活动设置有误，已停用。照常销售。</translation>
        </message>
        <message>
            <source>A word in it is not among the choices.</source>
            <translation>其中有一项不在可选范围内。</translation>
        </message>
        <message>
            <source>Something in it is no date.</source>
            <translation>其中有一项不是日期。</translation>
        </message>
        <message>
            <source>Its id is not possible.</source>
            <translation>活动编号无效。</translation>
        </message>
        <message>
            <source>The till cannot work it out.</source>
            <translation>无法计算。</translation>
        </message>
        <message>
            <source>Two of its fields contradict each other.</source>
            <translation>其中两项互相矛盾。</translation>
        </message>
        <message>
            <source>It takes off more than it asks to be spent.</source>
            <translation>优惠金额高于要求的消费金额。</translation>
        </message>
        <message>
            <source>Another campaign has the same id.</source>
            <translation>与另一个活动编号相同。</translation>
        </message>
        <message>
            <source>It ends before it begins.</source>
            <translation>结束时间早于开始时间。</translation>
        </message>
        <message>
            <source>Its steps do not rise.</source>
            <translation>阶梯没有递增。</translation>
        </message>
        <message>
            <source>A field is missing.</source>
            <translation>缺少一项内容。</translation>
        </message>
        <message>
            <source>It is no record of fields.</source>
            <translation>格式不对，读不出内容。</translation>
        </message>
        <message>
            <source>A number is out of its range.</source>
            <translation>有数值超出范围。</translation>
        </message>
        <message>
            <source>Its id belongs to the till itself.</source>
            <translation>活动编号为系统保留。</translation>
        </message>
        <message>
            <source>The shares of who pays do not make a whole.</source>
            <translation>各方承担比例之和不是 100%。</translation>
        </message>
        <message>
            <source>A list or text is too long.</source>
            <translation>有列表或文字过长。</translation>
        </message>
        <message>
            <source>A field is not known.</source>
            <translation>有一项内容无法识别。</translation>
        </message>
        <message>
            <source>Its kind is not known.</source>
            <translation>活动类型无法识别。</translation>
        </message>
        <message>
            <source>A field has the wrong type.</source>
            <translation>有一项内容类型不对。</translation>
        </message>
        <message>
            <source>The disk is full: no new sales, so that none goes unrecorded. Delete files that are not the till's.</source>
            <translation>磁盘已满：暂停新的销售，以免漏记。请删除不属于收银机的文件。</translation>
        </message>
        <message>
            <source>The customer's screen shows nothing any more. Selling goes on; restart the till for it.</source>
            <translation>顾客屏不再显示内容。可以继续销售；重启收银机可恢复。</translation>
        </message>
        <message>
            <source>The disk is nearly full. Delete files that are not the till's.</source>
            <translation>磁盘快满了。请删除不属于收银机的文件。</translation>
        </message>
        <message>
            <source>There is room on the disk again. Selling goes on.</source>
            <translation>磁盘已有空间，销售恢复。</translation>
        </message>
        <message>
            <source>The till's file is damaged (places: {0}). Finish this customer, then call support: restore.</source>
            <translation>收银机文件已损坏（{0} 处）。先完成这位顾客，再联系技术支持恢复数据。</translation>
        </message>
        <message>
            <source>Entry {0} of the journal is not as it was written. Call support: enrol this till again.</source>
            <translation>流水第 {0} 条与写入时不一致。请联系技术支持重新注册这台收银机。</translation>
        </message>
        <message>
            <source>The second disk is not there ({0}). Plug it in; selling goes on.</source>
            <translation>找不到第二磁盘（{0}）。请插上；销售照常。</translation>
        </message>
        <message>
            <source>The second disk cannot be written ({0}). Selling goes on.</source>
            <translation>第二磁盘无法写入（{0}）。销售照常。</translation>
        </message>
        <message>
            <source>The journal on the second disk is damaged ({0}). Set up another second disk.</source>
            <translation>第二磁盘上的流水已损坏（{0}）。请另设一块第二磁盘。</translation>
        </message>
        <message>
            <source>No second disk was set up. Use pos-app backup --to FOLDER.</source>
            <translation>没有设置第二磁盘。请用 pos-app backup --to 文件夹。</translation>
        </message>
        <message>
            <source>{0} holds the till itself. Name a folder on another disk.</source>
            <translation>{0} 就是收银机自己的文件夹。请指定另一块磁盘上的文件夹。</translation>
        </message>
        <message>
            <source>The backup could not be made. The earlier ones are still there; it is tried again.</source>
            <translation>备份没有做成。以前的备份仍在；稍后会重试。</translation>
        </message>
        <message>
            <source>The backup did not verify and was thrown away. Check the second disk.</source>
            <translation>备份校验未通过，已丢弃。请检查第二磁盘。</translation>
        </message>
        <message>
            <source>This is not the recovery code of this till. Look at what backup --to has shown.</source>
            <translation>这不是本收银机的恢复码。请核对 backup --to 显示过的码。</translation>
        </message>
        <message>
            <source>{0} holds a till already. Move it aside or name another folder.</source>
            <translation>{0} 里已有一台收银机的数据。请移开或指定别的文件夹。</translation>
        </message>
        <message>
            <source>There is no sound backup in {0}. Enrol the till anew.</source>
            <translation>{0} 里没有完好的备份。请重新注册这台收银机。</translation>
        </message>
        <message>
            <source>This computer keeps the key of another till for this folder. Name another folder.</source>
            <translation>这台电脑为此文件夹保存的是另一台收银机的密钥。请指定别的文件夹。</translation>
        </message>
        <message>
            <source>The backup could not be copied to this disk. Make room, try again.</source>
            <translation>备份无法复制到这块磁盘。请腾出空间再试。</translation>
        </message>
        <message>
            <source>This till's files are an old copy: entry {0} exists elsewhere. No sales, so that no number comes twice. Enrol this till again.</source>
            <translation>本机文件是旧副本：第 {0} 条流水在别处已存在。暂停销售，以免单号重复。请重新注册这台收银机。</translation>
        </message>
        <message>
            <source>This code is for till {0}, but this folder holds till {1}. Ask for a code for {1}.</source>
            <translation>这个注册码属于收银机 {0}，而此文件夹是收银机 {1}。请索取 {1} 的注册码。</translation>
        </message>
        <message>
            <source>This till was put back from a backup. Enrol it again, so that no receipt number comes twice.</source>
            <translation>本机由备份恢复而来。请重新注册，以免小票号重复。</translation>
        </message>
        <message>
            <source>This is not the passphrase of this till. Try again.</source>
            <translation>口令不对，请重试。</translation>
        </message>
        <message>
            <source>The passphrase is too short. Use at least {0} characters.</source>
            <translation>口令太短，至少 {0} 个字符。</translation>
        </message>
        <message>
            <source>Without its passphrase this till stays closed. Try again.</source>
            <translation>没有口令，收银机无法打开。请重试。</translation>
        </message>
        <message>
            <source>The disk reported an error. Nothing of this was saved: try again, then call support.</source>
            <translation>磁盘报告错误，这一步没有保存。请重试；仍不行请联系技术支持。</translation>
        </message>
        <message>
            <source>Settled. Head office has it.</source>
            <translation>已处理，总部已收到。</translation>
        </message>
        <message>
            <source>The note is too long: {0} characters at most.</source>
            <translation>备注过长：最多 {0} 个字符。</translation>
        </message>
        <message>
            <source>This does not settle it. Choose another answer.</source>
            <translation>该选项不适用，请另选。</translation>
        </message>
        <message>
            <source>Head office says that you may not settle this.</source>
            <translation>总部提示：您无权处理此异常。</translation>
        </message>
        <message>
            <source>This is no longer on the list. Load the list again.</source>
            <translation>该条目已不在列表中，请重新加载。</translation>
        </message>
        <message>
            <source>Somebody else has settled this already. Load the list again.</source>
            <translation>已由他人处理，请重新加载列表。</translation>
        </message>
        <message>
            <source>Goods that head office does not know</source>
            <translation>总部没有的商品</translation>
        </message>
        <message>
            <source>Sold for another price than head office has</source>
            <translation>售价与总部价格不符</translation>
        </message>
        <message>
            <source>Lines and payments of a sale do not agree</source>
            <translation>销售明细与收款不符</translation>
        </message>
        <message>
            <source>The same sale arrived twice; it counts once</source>
            <translation>同一笔销售上传两次，只计一次</translation>
        </message>
        <message>
            <source>The payments of a sale are not possible</source>
            <translation>收款方式不合理</translation>
        </message>
        <message>
            <source>A discount by hand that nobody stated</source>
            <translation>手工优惠没有记录</translation>
        </message>
        <message>
            <source>A card payment of which nobody knows the outcome</source>
            <translation>刷卡或扫码付款结果未知</translation>
        </message>
        <message>
            <source>A person decided about a card payment: compare the provider's list</source>
            <translation>付款结果由人工判定：请核对支付机构账单</translation>
        </message>
        <message>
            <source>The provider says the opposite of what a person decided</source>
            <translation>支付机构的结果与人工判定相反</translation>
        </message>
        <message>
            <source>The provider's list of a shift is not what the till has</source>
            <translation>支付机构某班次的清单与收银机不一致</translation>
        </message>
        <message>
            <source>A voucher paid twice</source>
            <translation>代金券被使用两次</translation>
        </message>
        <message>
            <source>An offer was used more often than it may be</source>
            <translation>活动使用次数超出限制</translation>
        </message>
        <message>
            <source>An offer for a first purchase that was none</source>
            <translation>首单优惠用于非首单</translation>
        </message>
        <message>
            <source>A coupon was used twice</source>
            <translation>优惠券被使用两次</translation>
        </message>
        <message>
            <source>A coupon was used after it had expired</source>
            <translation>使用了过期优惠券</translation>
        </message>
        <message>
            <source>A coupon was used that head office had blocked</source>
            <translation>使用了已作废的优惠券</translation>
        </message>
        <message>
            <source>A coupon that head office does not know</source>
            <translation>总部没有的优惠券</translation>
        </message>
        <message>
            <source>A coupon of returned goods that this sale had not used</source>
            <translation>退货时退回的优惠券并非该单使用</translation>
        </message>
        <message>
            <source>The same coupon was printed with two sales</source>
            <translation>同一张优惠券随两笔销售打印了</translation>
        </message>
        <message>
            <source>A coupon was printed that this till was not given</source>
            <translation>打印了一张未分配给此收银台的优惠券</translation>
        </message>
        <message>
            <source>Goods came back of a receipt that nobody knows</source>
            <translation>退货的小票不存在</translation>
        </message>
        <message>
            <source>More came back than was sold</source>
            <translation>退货数量超过售出数量</translation>
        </message>
        <message>
            <source>A refund that its lines do not make</source>
            <translation>退款金额与退货明细不符</translation>
        </message>
        <message>
            <source>Done by somebody who is not on the staff list</source>
            <translation>操作人不在员工名单中</translation>
        </message>
        <message>
            <source>Done by somebody who has left</source>
            <translation>操作人已离职</translation>
        </message>
        <message>
            <source>Done without the right to do it</source>
            <translation>操作人没有相应权限</translation>
        </message>
        <message>
            <source>Somebody allowed an act of their own</source>
            <translation>自己授权了自己的操作</translation>
        </message>
        <message>
            <source>Points for somebody who is no member</source>
            <translation>积分的会员不存在</translation>
        </message>
        <message>
            <source>Somebody joined without a yes to the terms</source>
            <translation>有人未同意会员条款即入会</translation>
        </message>
        <message>
            <source>A shift was closed twice; the first Z stays</source>
            <translation>班次结班两次，以第一次为准</translation>
        </message>
        <message>
            <source>An order that head office does not know</source>
            <translation>总部没有的订单</translation>
        </message>
        <message>
            <source>An order of another store was handed over</source>
            <translation>交付了其他门店的订单</translation>
        </message>
        <message>
            <source>A step of an order that does not follow</source>
            <translation>订单步骤顺序不对</translation>
        </message>
        <message>
            <source>A late order got a second coupon; it is blocked</source>
            <translation>超时订单有了第二张优惠券，已作废</translation>
        </message>
        <message>
            <source>An order was handed over twice</source>
            <translation>订单被交付两次</translation>
        </message>
        <message>
            <source>An order was handed over that was cancelled</source>
            <translation>交付了已取消的订单</translation>
        </message>
        <message>
            <source>Goods could not go to the other store; they are refunded</source>
            <translation>商品无法转到其他门店，已退款</translation>
        </message>
        <message>
            <source>A customer was told another refund than is paid</source>
            <translation>告知顾客的退款与实付不符</translation>
        </message>
        <message>
            <source>A substitute that the customer did not want</source>
            <translation>顾客不接受的替代商品</translation>
        </message>
        <message>
            <source>An order was paid twice</source>
            <translation>同一订单收了两次款</translation>
        </message>
        <message>
            <source>Money was taken for an order that was over already</source>
            <translation>订单已结束，却收了款</translation>
        </message>
        <message>
            <source>Another sum was taken for an order than was due</source>
            <translation>收款金额与订单应付不符</translation>
        </message>
        <message>
            <source>The goods of an order that was paid too late went to somebody else</source>
            <translation>迟到付款的订单，商品已给了别人</translation>
        </message>
        <message>
            <source>An order was handed over that was not paid</source>
            <translation>未付款的订单被取走</translation>
        </message>
        <message>
            <source>A hand-over was undone that nobody knows</source>
            <translation>撤销了不存在的交付</translation>
        </message>
        <message>
            <source>A hand-over was undone by somebody else, or too late</source>
            <translation>交付由他人撤销，或撤销过晚</translation>
        </message>
        <message>
            <source>Goods were sold that orders wait for</source>
            <translation>卖掉了订单等着的商品</translation>
        </message>
        <message>
            <source>A delivery brought something else than its note says</source>
            <translation>到货与送货单不符</translation>
        </message>
        <message>
            <source>From another store arrived something else than was sent</source>
            <translation>调入数量与调出数量不符</translation>
        </message>
        <message>
            <source>The same transfer was taken in twice; it counts once</source>
            <translation>同一调拨单收了两次，只算一次</translation>
        </message>
        <message>
            <source>A transfer arrived in another store than it was sent to</source>
            <translation>调拨到了另一家门店</translation>
        </message>
        <message>
            <source>A piece with this serial number was sold twice</source>
            <translation>同一序列号的商品被卖了两次</translation>
        </message>
        <message>
            <source>Leave it as it is</source>
            <translation>保持原样</translation>
        </message>
        <message>
            <source>Looked into it</source>
            <translation>已核查</translation>
        </message>
        <message>
            <source>Loss claimed back</source>
            <translation>已追回损失</translation>
        </message>
        <message>
            <source>Talked it over</source>
            <translation>已与当事人沟通</translation>
        </message>
        <message>
            <source>Product entered</source>
            <translation>已补录商品</translation>
        </message>
        <message>
            <source>Price corrected</source>
            <translation>已更正价格</translation>
        </message>
        <message>
            <source>Member entered</source>
            <translation>已补录会员</translation>
        </message>
        <message>
            <source>On the provider's list: paid</source>
            <translation>账单显示：已付款</translation>
        </message>
        <message>
            <source>On the provider's list: not paid</source>
            <translation>账单显示：未付款</translation>
        </message>
        <message>
            <source>End the offer at all tills</source>
            <translation>在所有收银机结束该活动</translation>
        </message>
        <message>
            <source>More is on its way</source>
            <translation>已补货</translation>
        </message>
        <message>
            <source>Customer told</source>
            <translation>已告知顾客</translation>
        </message>
        <message>
            <source>Always, offline too; stops only when a sale could go unrecorded.</source>
            <translation>断网也照常；只有可能漏记时才暂停。</translation>
        </message>
        <message>
            <source>Offline with the campaigns that are here.</source>
            <translation>断网时按本机已有的活动。</translation>
        </message>
        <message>
            <source>Offline with keys of the last 7 days.</source>
            <translation>断网时用 7 天内的密钥。</translation>
        </message>
        <message>
            <source>Offline for members that this till knows.</source>
            <translation>断网时限本机已知的会员。</translation>
        </message>
        <message>
            <source>Offline for coupons of this store, with lists of the last 24 h.</source>
            <translation>断网时限本店的券，且名单不超过 24 小时。</translation>
        </message>
        <message>
            <source>Offline too, against the orders that are here.</source>
            <translation>断网也可以，以本机已有的订单为准。</translation>
        </message>
        <message>
            <source>Online only; orders come when head office is back.</source>
            <translation>仅限联网；恢复后订单会送到。</translation>
        </message>
        <message>
            <source>Papers wait until the printer is ready; selling goes on.</source>
            <translation>单据会等打印机就绪；销售照常。</translation>
        </message>
        <message>
            <source>Always, offline too.</source>
            <translation>断网也照常。</translation>
        </message>
        <message>
            <source>Kept here until head office has it, however long that takes.</source>
            <translation>存在本机，直到总部收到，无论多久。</translation>
        </message>
        <message>
            <source>The budget of this campaign is used up.</source>
            <translation>该活动的预算已用完。</translation>
        </message>
        <message>
            <source>The budget of this campaign was used up before.</source>
            <translation>该活动的预算此前已用完。</translation>
        </message>
        <message>
            <source>This coupon saves nothing on this order.</source>
            <translation>这张券在此订单上没有优惠。</translation>
        </message>
        <message>
            <source>All coupons of this campaign have been given out.</source>
            <translation>该活动的优惠券已发完。</translation>
        </message>
        <message>
            <source>This member has had as many coupons of this campaign as one may get.</source>
            <translation>该会员已领满此活动的优惠券。</translation>
        </message>
        <message>
            <source>Scan the member first: coupons lie in the wallet.</source>
            <translation>请先扫会员码：优惠券在卡包里。</translation>
        </message>
        <message>
            <source>The best coupons are in the basket already.</source>
            <translation>最优惠的券已在购物篮中。</translation>
        </message>
        <message>
            <source>Coupons have counted for longer already. They need the network now.</source>
            <translation>离线核销已延长过，现在需要联网。</translation>
        </message>
        <message>
            <source>Take coupons for 48 h more without the network</source>
            <translation>断网时再接受优惠券 48 小时</translation>
        </message>
        <message>
            <source>A coupon was used after its campaign's budget was used up</source>
            <translation>活动预算用完后仍使用了优惠券</translation>
        </message>
        <message>
            <source>A campaign lost its offline right: too many of its coupons were used twice</source>
            <translation>活动已取消离线核销：重复使用的优惠券过多</translation>
        </message>
        <message>
            <source>More points were spent than there were.</source>
            <translation>用掉的积分超过了余额。</translation>
        </message>
        <message>
            <source>More points were spent than there were</source>
            <translation>用掉的积分超过了余额</translation>
        </message>
        <message>
            <source>More of a balance was spent than there was</source>
            <translation>用掉的储值超过了余额</translation>
        </message>
        <message>
            <source>A balance paid, and nobody knows whose</source>
            <translation>用储值余额付了款，但不知是谁的</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>积分</translation>
        </message>
        <message>
            <source>Member balance</source>
            <translation>储值余额</translation>
        </message>
        <message>
            <source>Topped up by {0}. Slip {1}</source>
            <translation>已充值 {0}。单号 {1}</translation>
        </message>
        <message>
            <source>Topped up by {0}, and {1} from the store. Slip {2}</source>
            <translation>已充值 {0}，赠送 {1}。单号 {2}</translation>
        </message>
        <message>
            <source>This reward is not offered any more. Choose another one.</source>
            <translation>这项兑换已不可选。请选择其他。</translation>
        </message>
        <message>
            <source>This amount is not offered any more. Choose another one.</source>
            <translation>这个金额已不可选。请选择其他金额。</translation>
        </message>
        <message>
            <source>This top-up is written already. Look at its slip before you take money again.</source>
            <translation>这笔充值已经记录。再次收款前请核对单据。</translation>
        </message>
        <message>
            <source>No reason yet. Say first why it is corrected.</source>
            <translation>还没有原因。请先选择更正原因。</translation>
        </message>
        <message>
            <source>Nobody is attached. Scan the member's code first.</source>
            <translation>还没有登记会员。请先扫会员码。</translation>
        </message>
        <message>
            <source>Spent by a number alone, without a proof</source>
            <translation>只报号码就使用了，未核实本人</translation>
        </message>
        <message>
            <source>Somebody known by a number alone spent points or a balance. Talk it over with who took it.</source>
            <translation>只报号码的人使用了积分或余额。请与经手人核对。</translation>
        </message>
        <message>
            <source>This is the code of another member. Scan that of this one.</source>
            <translation>这是另一位会员的码，请扫本会员的码。</translation>
        </message>
        <message>
            <source>A code is on its way to the number that ends in {0}. It is good for 5 minutes.</source>
            <translation>验证码已发往尾号 {0} 的手机，5 分钟内有效。</translation>
        </message>
        <message>
            <source>Points that pay when you open Pay: {0}.</source>
            <translation>打开收款时将抵扣积分：{0}。</translation>
        </message>
        <message>
            <source>Nothing would change. Type how much.</source>
            <translation>没有变化。请输入数量。</translation>
        </message>
        <message>
            <source>That is more than there is. Type less.</source>
            <translation>超过现有数量，请减少。</translation>
        </message>
        <message>
            <source>This correction was made already. Look at the figures.</source>
            <translation>该更正已完成，请核对数字。</translation>
        </message>
        <message>
            <source>Head office does not answer. Corrections need it: try again later.</source>
            <translation>总部没有应答。更正需要联网，请稍后再试。</translation>
        </message>
        <message>
            <source>That is above this person's limit. Type less.</source>
            <translation>超过此人的限额，请减少。</translation>
        </message>
        <message>
            <source>{0}: correct the points by {1}</source>
            <translation>{0}：积分更正 {1}</translation>
        </message>
        <message>
            <source>{0}: correct the principal by {1}</source>
            <translation>{0}：本金更正 {1}</translation>
        </message>
        <message>
            <source>{0}: correct the bonus by {1}</source>
            <translation>{0}：赠送金更正 {1}</translation>
        </message>
        <message>
            <source>Your limit is {0} points for one correction.</source>
            <translation>您每次最多可更正 {0} 积分。</translation>
        </message>
        <message>
            <source>Goodwill</source>
            <translation>补偿</translation>
        </message>
        <message>
            <source>Mistake</source>
            <translation>差错</translation>
        </message>
        <message>
            <source>A number alone only collects. To spend, scan the code on the member's phone; PIN or message code work, too.</source>
            <translation>只报号码只能积分。要使用，请扫会员手机上的会员码，也可用会员密码或短信验证码。</translation>
        </message>
        <message>
            <source>That is not right. Tries left: {0}.</source>
            <translation>不正确。还可以试 {0} 次。</translation>
        </message>
        <message>
            <source>Too many wrong PINs. The next try in {0} min; a message code or the phone's code works.</source>
            <translation>密码错误次数过多，{0} 分钟后再试；可改用短信验证码或扫会员码。</translation>
        </message>
        <message>
            <source>This member has chosen no PIN. Send a code, or scan the phone's code.</source>
            <translation>该会员未设置密码。请发送验证码，或扫会员码。</translation>
        </message>
        <message>
            <source>No code was sent yet. Send one first.</source>
            <translation>还没有发送验证码，请先发送。</translation>
        </message>
        <message>
            <source>This code is over. Send a new one.</source>
            <translation>该验证码已失效，请重新发送。</translation>
        </message>
        <message>
            <source>Head office does not answer. Scan the code on the member's phone: that works offline.</source>
            <translation>总部没有应答。请扫会员手机上的会员码，断网也能用。</translation>
        </message>
        <message>
            <source>A code was sent already. Another one in {0} s.</source>
            <translation>验证码已发送，{0} 秒后可再发。</translation>
        </message>
        <message>
            <source>This member has told no phone number. Use the PIN.</source>
            <translation>该会员没有登记手机号。请用会员密码。</translation>
        </message>
        <message>
            <source>This shop sends no messages. Use the PIN, or scan the phone's code.</source>
            <translation>本店不发短信。请用会员密码，或扫会员码。</translation>
        </message>
        <message>
            <source>A printed card proves nothing here. Scan the code on the member's phone.</source>
            <translation>实体卡在这里不能证明本人。请扫会员手机上的会员码。</translation>
        </message>
        <message>
            <source>A printed card spends only with head office. Scan the code on the member's phone.</source>
            <translation>实体卡只能在联网时使用。请扫会员手机上的会员码。</translation>
        </message>
        <message>
            <source>Nobody can say now what this member has. Pay otherwise.</source>
            <translation>现在无法得知该会员的余额。请用其他方式付款。</translation>
        </message>
        <message>
            <source>That is more than there is. At most {0} now.</source>
            <translation>超过了可用余额。现在最多 {0}。</translation>
        </message>
        <message>
            <source>Head office does not answer. At most {0} can be spent at this till until it does.</source>
            <translation>总部没有应答。恢复之前，本机最多还能使用 {0}。</translation>
        </message>
        <message>
            <source>At most {0} of this sale can be paid with points.</source>
            <translation>本单最多 {0} 可以用积分抵扣。</translation>
        </message>
        <message>
            <source>So few points are worth nothing. Type more.</source>
            <translation>积分太少，抵不了钱。请多输入一些。</translation>
        </message>
        <message>
            <source>A birthday is month and day, 05-17 for instance.</source>
            <translation>生日填月和日，例如 05-17。</translation>
        </message>
        <message>
            <source>This is no card number: one of its 16 digits is wrong.</source>
            <translation>卡号不对：16 位数字中有一位错了。</translation>
        </message>
        <message>
            <source>Say first why you look.</source>
            <translation>请先说明查看原因。</translation>
        </message>
        <message>
            <source>Type at least 3 last digits, 2 initials, or a character of the name.</source>
            <translation>至少输入尾号 3 位、拼音首字母 2 个，或姓名一个字。</translation>
        </message>
        <message>
            <source>Without a yes to the terms of membership nobody becomes a member.</source>
            <translation>须先同意会员条款才能入会。</translation>
        </message>
        <message>
            <source>This text is too long: {0} characters at most.</source>
            <translation>文字太长：最多 {0} 个字。</translation>
        </message>
        <message>
            <source>Head office does not allow this person to do that.</source>
            <translation>总部不允许此人这样做。</translation>
        </message>
        <message>
            <source>Only head office knows the number, and it cannot be asked now.</source>
            <translation>只有总部知道号码，现在联系不上总部。</translation>
        </message>
        <message>
            <source>A member from now on: points count with this purchase.</source>
            <translation>已入会，本单即可积分。</translation>
        </message>
        <message>
            <source>This number is a member's already.</source>
            <translation>此号码已是会员。</translation>
        </message>
        <message>
            <source>Call back</source>
            <translation>回电</translation>
        </message>
        <message>
            <source>Check identity</source>
            <translation>核对身份</translation>
        </message>
        <message>
            <source>Correct it</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Without the network only members that this till knows are found.</source>
            <translation>没有网络，只能找到本机认识的会员。</translation>
        </message>
        <message>
            <source>Nobody was found. The whole phone number finds every member.</source>
            <translation>没有找到。输入完整手机号可查到所有会员。</translation>
        </message>
        <message>
            <source>This document is finished or given up already. Begin anew.</source>
            <translation>此单已完成或已放弃，请重新开始。</translation>
        </message>
        <message>
            <source>There is nothing in it yet. Scan the goods first.</source>
            <translation>单内还没有商品，请先扫码。</translation>
        </message>
        <message>
            <source>A deposit has no stock of its own.</source>
            <translation>押金没有库存。</translation>
        </message>
        <message>
            <source>The code {0} is not known here.</source>
            <translation>本店没有条码 {0}。</translation>
        </message>
        <message>
            <source>A document holds {0} products. Finish it, then begin another.</source>
            <translation>一单最多 {0} 种商品，请先完成再开新单。</translation>
        </message>
        <message>
            <source>Choose why the goods are wasted.</source>
            <translation>请选择报损原因。</translation>
        </message>
        <message>
            <source>Choose the store that the goods go to.</source>
            <translation>请选择调往的门店。</translation>
        </message>
        <message>
            <source>Products that differ too much: {0}. Choose a reason for each, or count again.</source>
            <translation>差异过大的商品：{0}。请逐一选择原因，或重新清点。</translation>
        </message>
        <message>
            <source>This transfer is no longer on its way. Somebody may have taken it in.</source>
            <translation>此调拨单已不在途，可能已有人收货。</translation>
        </message>
        <message>
            <source>These goods go to {0}. They are taken in there.</source>
            <translation>这批货发往{0}，请在那里收货。</translation>
        </message>
        <message>
            <source>The goods of this delivery note were taken in already.</source>
            <translation>这张送货单的货已经收过了。</translation>
        </message>
        <message>
            <source>Head office has not told of this transfer yet. Leave the goods aside and scan again later.</source>
            <translation>总部还没有传来这笔调拨。货先放一边，稍后再扫。</translation>
        </message>
        <message>
            <source>This transfer is open already. Scan its goods.</source>
            <translation>这笔调拨已经打开，请扫商品。</translation>
        </message>
        <message>
            <source>What arrived from {0} is not finished. Open it under On the way, then scan this one again.</source>
            <translation>{0}发来的货还没收完。请先在「在途」里打开并完成，再扫这一张。</translation>
        </message>
        <message>
            <source>Finish this document first, or go back from it, then scan the delivery note again.</source>
            <translation>请先完成这张单据，或退出它，再扫送货单。</translation>
        </message>
        <message>
            <source>The delivery note of a transfer. Open Stock and scan it there.</source>
            <translation>这是调拨的送货单。请到「库存」里扫。</translation>
        </message>
        <message>
            <source>Set the quantity first, then scan on.</source>
            <translation>请先输完数量，再继续扫码。</translation>
        </message>
        <message>
            <source>That is no date. Key in year, month and day: 261231.</source>
            <translation>这不是日期。请输入年、月、日，例如 261231。</translation>
        </message>
        <message>
            <source>The piece with the serial number {0} is in the document already. Scan another one.</source>
            <translation>序列号为 {0} 的这一件已经在单据里。请扫另一件。</translation>
        </message>
        <message>
            <source>By the figures all that is left of it is past its date. Look at the date.</source>
            <translation>按库存批次，剩下的都已过期。请看一下包装上的日期。</translation>
        </message>
        <message>
            <source>The piece with the serial number {0} is in the basket already. Scan another piece.</source>
            <translation>序列号为 {0} 的这一件已经在购物篮里。请扫另一件。</translation>
        </message>
        <message>
            <source>Each piece has its own serial number. Scan the next piece instead.</source>
            <translation>每件商品都有自己的序列号。请直接扫下一件。</translation>
        </message>
        <message>
            <source>That is the product's code. Scan the serial number of this piece.</source>
            <translation>这是商品条码。请扫这一件的序列号。</translation>
        </message>
        <message>
            <source>That is the number of another product.</source>
            <translation>这是另一种商品的序列号。</translation>
        </message>
        <message>
            <source>That is no serial number.</source>
            <translation>这不是序列号。</translation>
        </message>
        <message>
            <source>Best before {0}: it is past its date and is not sold.</source>
            <translation>保质期至 {0}：已过期，不能销售。</translation>
        </message>
        <message>
            <source>The date {0} is near: {1} off is offered.</source>
            <translation>{0} 到期：可优惠 {1}。</translation>
        </message>
        <message>
            <source>Sell {0} past its date {1}</source>
            <translation>销售已过 {1} 的 {0}</translation>
        </message>
        <message>
            <source>Received. Products: {0}</source>
            <translation>已收货，商品 {0} 种</translation>
        </message>
        <message>
            <source>Written off. Products: {0}</source>
            <translation>已报损，商品 {0} 种</translation>
        </message>
        <message>
            <source>Counted. Products: {0}</source>
            <translation>盘点完成，商品 {0} 种</translation>
        </message>
        <message>
            <source>Sent; it stands under On the way. Products: {0}</source>
            <translation>已调出，见“在途”。商品 {0} 种</translation>
        </message>
        <message>
            <source>Taken in. Products: {0}</source>
            <translation>调入完成，商品 {0} 种</translation>
        </message>
        <message>
            <source>The delivery note is printed once more.</source>
            <translation>送货单再打一张。</translation>
        </message>
        <message>
            <source>Given up. Nothing has moved.</source>
            <translation>已放弃，库存没有变动。</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>过期</translation>
        </message>
        <message>
            <source>Theft</source>
            <translation>失窃</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>试用</translation>
        </message>
        <message>
            <source>Own use</source>
            <translation>自用</translation>
        </message>
        <message>
            <source>Miscounted before</source>
            <translation>上次点错</translation>
        </message>
        <message>
            <source>Nobody knows</source>
            <translation>原因不明</translation>
        </message>
        <message>
            <source>The half hour for order {0} is over. Take it out of the basket and order it again.</source>
            <translation>订单 {0} 的半小时保留时间已过。请从购物篮中取出，重新订货。</translation>
        </message>
        <message>
            <source>Say for whom it is: scan the member, or type name and phone number.</source>
            <translation>请说明是为谁订的：扫描会员码，或输入姓名和手机号。</translation>
        </message>
        <message>
            <source>A courier needs a phone number and the address.</source>
            <translation>送货需要手机号和地址。</translation>
        </message>
        <message>
            <source>Choose where the customer gets it.</source>
            <translation>请选择顾客在哪里取货。</translation>
        </message>
        <message>
            <source>This cannot be ordered: only plain goods that are sold by the piece.</source>
            <translation>此商品不能订货：只能订按件销售、没有规格的商品。</translation>
        </message>
        <message>
            <source>Head office cannot be reached, and only it knows what other stores have. Nothing is ordered.</source>
            <translation>无法连接总部，只有总部知道其他门店的库存。没有订货。</translation>
        </message>
        <message>
            <source>This time is full by now. Choose another one.</source>
            <translation>这个时段已满，请选择其他时段。</translation>
        </message>
        <message>
            <source>This store has no time free. Choose another one.</source>
            <translation>这家门店没有可用的时段，请选择其他门店。</translation>
        </message>
        <message>
            <source>An offer of this order was used up by somebody else. Order it again for the price without it.</source>
            <translation>这张订单用到的优惠已被别人用完。请重新订货，按没有该优惠的价格计算。</translation>
        </message>
        <message>
            <source>Weighed goods cannot be ordered.</source>
            <translation>散称商品不能订货。</translation>
        </message>
        <message>
            <source>This product needs options that it cannot be ordered with.</source>
            <translation>此商品的规格不能在这里订货。</translation>
        </message>
        <message>
            <source>There is not enough of it there any more. Choose another store, or fewer.</source>
            <translation>那里的数量已经不够。请选择其他门店，或减少数量。</translation>
        </message>
        <message>
            <source>The folder {0} is not there. Plug it in or name another.</source>
            <translation>文件夹 {0} 不在。请接上或另选文件夹。</translation>
        </message>
        <message>
            <source>The report could not be written to {0}. Make room or name another folder.</source>
            <translation>报表无法写入 {0}。请腾出空间或另选文件夹。</translation>
        </message>
        <message>
            <source>No kind of file was chosen. Choose at least one.</source>
            <translation>没有选择文件类型。请至少选择一种。</translation>
        </message>
        <message>
            <source>This computer has no printer for A4. Save the report as PDF, or set up a printer.</source>
            <translation>这台电脑没有 A4 打印机。请另存为 PDF，或设置打印机。</translation>
        </message>
        <message>
            <source>The printer for A4 did not take the report. Check it, then print again.</source>
            <translation>A4 打印机没有接收报表。请检查后再打印。</translation>
        </message>
        <message>
            <source>Closes whose files wait: {0}. The folder {1} is not there; they are written when it is back.</source>
            <translation>待写出日结文件：{0} 次。文件夹 {1} 不在，恢复后会自动补写。</translation>
        </message>
        <message>
            <source>This is no whole path. Type all of it, or choose the folder.</source>
            <translation>这不是完整路径。请输入全部路径，或选择文件夹。</translation>
        </message>
        <message>
            <source>Files are written at the next close.</source>
            <translation>从下一次结班或日结起写出文件。</translation>
        </message>
        <message>
            <source>No files are written by themselves any more.</source>
            <translation>不再自动写出文件。</translation>
        </message>
        <message>
            <source>Closes whose files wait: {0}. They cannot be written to {1}; it is tried again.</source>
            <translation>待写出日结文件：{0} 次。无法写入 {1}，会自动重试。</translation>
        </message>
        <message>
            <source>This is the drawer of {0}. Suspend the shift first.</source>
            <translation>这是{0}的钱箱。请先暂停该班次。</translation>
        </message>
        <message>
            <source>This is the drawer of {0}. Money needs a drawer of your own, and you may not open one.</source>
            <translation>这是{0}的钱箱。收付款需要您自己的钱箱，而您无权开班。</translation>
        </message>
        <message>
            <source>Choose why the shift is suspended.</source>
            <translation>请选择暂停班次的原因。</translation>
        </message>
        <message>
            <source>It was counted as often as the store lets you. Somebody has to allow the difference.</source>
            <translation>已达到门店允许的清点次数。差异须由他人授权。</translation>
        </message>
        <message>
            <source>Nobody allows a difference of their own. Ask another person.</source>
            <translation>自己的差异不能由自己授权，请另一人授权。</translation>
        </message>
        <message>
            <source>{0} counted, or it is their drawer. Ask somebody who had no part in it.</source>
            <translation>{0}参与了清点，或这是其本人的钱箱。请未参与的人授权。</translation>
        </message>
        <message>
            <source>Training did not end as it should ({0}). The till is as it was.</source>
            <translation>练习未正常结束（{0}），收银机不受影响。</translation>
        </message>
        <message>
            <source>Receipts made in training: {0}. Their number stands in the Z.</source>
            <translation>练习中开出的小票：{0} 张，数量记入 Z 报表。</translation>
        </message>
        <message>
            <source>Show what the shift came to so far (X)</source>
            <translation>查看本班至今汇总（X 报表）</translation>
        </message>
        <message>
            <source>Something happened to the drawer since the last count. Count again.</source>
            <translation>上次清点后钱箱有变动。请重新清点。</translation>
        </message>
        <message>
            <source>Say why there is a difference.</source>
            <translation>请说明差异原因。</translation>
        </message>
        <message>
            <source>No more can stay in the drawer than was counted.</source>
            <translation>留存金额不能多于实点金额。</translation>
        </message>
        <message>
            <source>The amount must be above 0, as the counted pieces are.</source>
            <translation>金额须大于 0，并与清点张数一致。</translation>
        </message>
        <message>
            <source>Choose a reason.</source>
            <translation>请选择原因。</translation>
        </message>
        <message>
            <source>This reason needs a note.</source>
            <translation>此原因需要填写备注。</translation>
        </message>
        <message>
            <source>This movement is written already.</source>
            <translation>这笔收支已记录。</translation>
        </message>
        <message>
            <source>The cash drawer has stood open for {0}. Shut it.</source>
            <translation>钱箱已打开 {0}，请关上。</translation>
        </message>
        <message>
            <source>The day {0} is closed.</source>
            <translation>{0} 已日结。</translation>
        </message>
        <message>
            <source>This day has not begun.</source>
            <translation>这一天还没有开始。</translation>
        </message>
        <message>
            <source>No shift of this day is closed, so there is nothing to state.</source>
            <translation>当日没有已交班的班次，无法日结。</translation>
        </message>
    </context>
</TS>
