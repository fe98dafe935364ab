<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hans">
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Count the change in the drawer, key it in, and open the shift.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Float</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open shift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Pay</name>
        <message>
            <source>Next customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finish and print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Goods ({pieces})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rounding to coins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paid. Receipt {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To pay on the other device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm only when it shows on your own device. Last 4 digits: {digits}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To pay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Received {received}, still {missing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Received {received} in cash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exactly {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Total</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
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
        <name>SignIn</name>
        <message>
            <source>No staff here yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list of staff comes from the central API. Check the connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who is working?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Touch your name and enter your PIN, or scan your badge.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light or dark</source>
            <translation type="unfinished" />
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
            <source>The payment does not reach the total yet.</source>
            <translation>付款金额不足。</translation>
        </message>
        <message>
            <source>This amount is not valid. Type it again.</source>
            <translation>金额无效，请重新输入。</translation>
        </message>
        <message>
            <source>The last digits are not valid. Type up to 4 digits.</source>
            <translation>尾号无效，请输入最多 4 位数字。</translation>
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
            <translation>数量无效。</translation>
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
            <source>This order was handed over already, by {1}. Do not hand it over again.</source>
            <translation>订单已由 {1} 交付，请勿重复交付。</translation>
        </message>
        <message>
            <source>Check that the customer is at least {0} years old.</source>
            <translation>请核验顾客已满 {0} 岁。</translation>
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
            <source>This till's journal differs from what head office has. Call support.</source>
            <translation>本机流水与总部不一致，请联系支持。</translation>
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
            <source>Orders</source>
            <translation>订单</translation>
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
            <source>Picking</source>
            <translation>拣货中</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>待取</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>已交付</translation>
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
    </context>
</TS>
